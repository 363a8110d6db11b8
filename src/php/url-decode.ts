import { decodePhpString } from "./utf8.ts"

/**
 * PHP's `urldecode`: `+` is a blank, `%` and two hexadecimal digits a byte; any other `%` stays as it is. Bytes
 * that are no UTF-8 become lone surrogates, see `decodePhpString`.
 */
export function urlDecode(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text
  if (!spaced.includes("%")) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    // A `%` that is no escape, or bytes that are no UTF-8.
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, decodeBytes)
  }
}

function decodeBytes(escapes: string): string {
  return decodePhpString(Buffer.from(escapes.replaceAll("%", ""), "hex"))
}
