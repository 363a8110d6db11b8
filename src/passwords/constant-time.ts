import { timingSafeEqual } from "node:crypto"

/** Whether two byte strings are the same; the time taken does not tell where they differ, only whether the lengths do. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

/** {@link equalBytes} for texts, case-sensitive, by their UTF-8 bytes. */
export function equalText(left: string, right: string): boolean {
  return equalBytes(Buffer.from(left), Buffer.from(right))
}
