/** Why users can't be brought from one place to another, for the person who asked for it. */
export class TransferError extends Error {
  override readonly name = "TransferError"
}
