/** A number of things, in words: `1 user`, `3 users`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`
