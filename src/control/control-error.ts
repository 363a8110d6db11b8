/** Why a control request was refused, for the person who sent it. */
export class ControlError extends Error {
  override readonly name = "ControlError"
  readonly status: 400 | 403 | 404

  constructor(status: 400 | 403 | 404, message: string) {
    super(message)
    this.status = status
  }
}
