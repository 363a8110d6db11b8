import { type Randomness, randomHex } from "../../store/randomness.ts"

const SECRET_LENGTH = 256

/** Appwrite 1.9: a new secret of an API key. */
export function newKeySecret(randomness: Randomness): string {
  return `standard_${randomHex(randomness, SECRET_LENGTH)}`
}
