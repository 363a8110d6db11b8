import { InputVariables } from "./input-variables.ts"
import { urlDecode } from "./url-decode.ts"
import type { PhpArray } from "./value.ts"

/** PHP's default `max_input_vars`; the server drops the variables behind. */
const MAX_VARIABLES = 1000

/**
 * PHP's `parse_str`, by which the server reads the query of a URL and an `application/x-www-form-urlencoded` body.
 * All values are strings or arrays of them.
 *
 * @param text still encoded, without the `?`
 */
export function parseQueryString(text: string): PhpArray {
  const variables = new InputVariables()
  let count = 0
  for (const variable of text.split("&")) {
    if (variable === "") continue
    count += 1
    if (count > MAX_VARIABLES) break
    const equals = variable.indexOf("=")
    if (equals < 0) variables.add(urlDecode(variable), "")
    else variables.add(urlDecode(variable.slice(0, equals)), urlDecode(variable.slice(equals + 1)))
  }
  return variables.build()
}
