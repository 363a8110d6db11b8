import { isUtf8 } from "node:buffer"

/** The lone surrogates U+DC80…U+DCFF stand for the bytes 0x80…0xFF. */
const STRAY_BYTE_BASE = 0xdc00

/**
 * Reads UTF-8, a byte order mark included.
 *
 * @returns `undefined` if the bytes are no valid UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
}

/**
 * Reads bytes as PHP holds them in a string: what is valid UTF-8 becomes text, every other byte a lone surrogate
 * (0xFF becomes U+DCFF), so that such a string stays recognisable as no UTF-8, and no two become the same.
 */
export function decodePhpString(bytes: Uint8Array): string {
  const whole = decodeUtf8(bytes)
  if (whole !== undefined) return whole
  let text = ""
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const length = sequenceLength(lead)
    const end = at + length
    const character = end > bytes.length ? undefined : decodeUtf8(bytes.subarray(at, end))
    text += character ?? String.fromCharCode(STRAY_BYTE_BASE + lead)
    at += character === undefined ? 1 : length
  }
  return text
}

/** Bytes of the UTF-8 sequence that begins with this byte; 1 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}
