import { encodeJson } from "./json-encode.ts"
import type { PhpValue } from "./value.ts"

/** Bytes of `\uXXXX` beyond the one that the UTF-16 unit counts in a string's length. */
const EXTRA_BYTES = 5

/**
 * The bytes of PHP's `json_encode($value)` with its default escaping: `\uXXXX` for each UTF-16 unit beyond ASCII,
 * `\/`, `[]` for empty arrays, no white space. Appwrite limits preferences by it (65535), so the limit depends
 * neither on white space nor on escapes in the request.
 *
 * @returns 0 where `json_encode` fails, see `encodeJson`
 */
export function encodedSize(value: PhpValue): number {
  const json = encodeJson(value)
  let size = json.length
  for (let at = 0; at < json.length; at++) {
    if (json.charCodeAt(at) >= 0x80) size += EXTRA_BYTES
  }
  return size
}
