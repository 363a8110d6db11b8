import { createHash } from "node:crypto"
import { type Randomness, randomHex } from "../store/randomness.ts"

/** What is stored of a secret: its SHA-256 in hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

/** Appwrite 1.9: how many hexadecimal characters the secret of a session has, by default. */
const SESSION_SECRET_LENGTH = 256

/** A new secret of a session. */
export function sessionSecret(randomness: Randomness, length: number = SESSION_SECRET_LENGTH): string {
  return randomHex(randomness, length)
}

/** Appwrite 1.9: a secret as clients carry it: base64 of a JSON object with the user's ID and the secret. */
export function encodeSecret(userId: string, secret: string): string {
  return Buffer.from(JSON.stringify({ id: userId, secret })).toString("base64")
}
