import { createHash } from "node:crypto"
import { type Randomness, randomHex } from "../store/randomness.ts"

/** What is stored of a secret: its SHA-256 in hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

/** Appwrite 1.9: the secret of a session: 256 random hexadecimal characters. */
export function sessionSecret(randomness: Randomness): string {
  return randomHex(randomness, 256)
}

/** Appwrite 1.9: a secret as clients carry it: base64 of a JSON object with the user's ID and the secret. */
export function encodeSecret(userId: string, secret: string): string {
  return Buffer.from(JSON.stringify({ id: userId, secret })).toString("base64")
}
