import { InputVariables } from "./input-variables.ts"
import type { PhpArray } from "./value.ts"

/**
 * The text fields of a `multipart/form-data` body, named by the same rules as in a query string; files are
 * ignored. Of a body that does not have the form nothing is read.
 *
 * @param contentType the whole header, with the boundary
 */
export async function parseMultipart(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<PhpArray> {
  const variables = new InputVariables()
  for (const [name, value] of await readForm(body, contentType)) {
    if (typeof value === "string") variables.add(name, value)
  }
  return variables.build()
}

async function readForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Iterable<[string, unknown]>> {
  try {
    return await new Response(body, { headers: { "content-type": contentType } }).formData()
  } catch {
    return []
  }
}
