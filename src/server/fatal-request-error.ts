/** A request of which the real server dies before it can say why, such as a JSON body that is no object. */
export class FatalRequestError extends Error {
  override readonly name = "FatalRequestError"
}
