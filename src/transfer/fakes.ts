import { createHmac } from "node:crypto"

/** Makes fakes: the same text gives the same fake, and without the salt none tells what it stands for. */
export interface Fakes {
  /** An address of a domain that is reserved for examples. */
  email(address: string): string
  /** A number of a calling code that no country has; no two numbers get the same one. */
  phone(number: string): string
  /** Such as `Person 3fa94c01`. */
  name(kind: string, name: string): string
  /** Such as a device's token or an ID at another service. */
  token(token: string): string
  /** Keeps a number that was made before from being made again. */
  take(number: string): void
}

/** ITU-T E.164: it was for disaster relief, and is given to nobody. */
const NOBODYS_CODE = "+888"
const DIGITS = 12

/** @param salt whoever has it can find out whether a fake stands for a text that they know. */
export function newFakes(salt: string): Fakes {
  const digest = (kind: string, text: string): Buffer =>
    createHmac("sha256", salt).update(`${kind}\n${text}`).digest()
  const hex = (kind: string, text: string, length: number): string =>
    digest(kind, text).toString("hex").slice(0, length)
  const phones = new Map<string, string>()
  const taken = new Set<string>()

  function newPhone(number: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const digits = digest("phone", `${attempt} ${number}`).readBigUInt64BE() % 10n ** BigInt(DIGITS)
      const fake = NOBODYS_CODE + String(digits).padStart(DIGITS, "0")
      if (!taken.has(fake)) return fake
    }
  }

  return {
    email: (address) => `${hex("email", address.toLowerCase(), 20)}@example.org`,
    phone(number) {
      const fake = phones.get(number) ?? newPhone(number)
      phones.set(number, fake)
      taken.add(fake)
      return fake
    },
    name: (kind, name) => `${kind} ${hex("name", name, 8)}`,
    token: (token) => hex("token", token, 64),
    take: (number) => taken.add(number),
  }
}
