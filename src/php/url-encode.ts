const LEFT_BY_JAVASCRIPT = /[!'()*]/g

/** PHP's `rawurlencode`: all but letters, digits and `-._~` is written as `%` and two capital hexadecimal digits a byte. */
export function rawUrlEncode(text: string): string {
  return encodeURIComponent(text).replace(
    LEFT_BY_JAVASCRIPT,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
