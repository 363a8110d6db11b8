/**
 * The hash library refuses a parameter of an import although the route's validators let it pass.
 * Appwrite 1.9 does not catch this exception: the request ends as status 500, `general_unknown`.
 */
export class HashOptionsError extends Error {
  override readonly name = "HashOptionsError"
}
