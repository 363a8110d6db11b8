/** A package of Appwrite's own that calls a server. */
export interface Client {
  readonly name: "node-appwrite" | "appwrite"
  readonly major: number
}

export interface InstalledClient extends Client {
  /** The newest one of its major version when it was installed. */
  readonly version: string
  /** Where the package lies, ends without a slash. */
  readonly folder: string
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** All clients that are asked. A newer one needs no more than a greater number here. */
export const CLIENTS: readonly Client[] = [
  ...range(11, 27).map((major): Client => ({ name: "node-appwrite", major })),
  ...range(13, 28).map((major): Client => ({ name: "appwrite", major })),
]

/** The oldest and the newest of each name. */
export const FEW_CLIENTS: readonly Client[] = CLIENTS.filter(
  ({ name }, index) => CLIENTS[index - 1]?.name !== name || CLIENTS[index + 1]?.name !== name,
)

/** The name under which a client lies beside others of its kind: `node-appwrite-12`. */
export function aliasOf({ name, major }: Client): string {
  return `${name}-${major}`
}
