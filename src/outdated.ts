/**
 * That what an action has found was changed by another request while it waited, for a hash say. Nothing was written, and
 * the request is handled once more, as if it came now.
 */
export class Outdated extends Error {
  override readonly name = "Outdated"
}
