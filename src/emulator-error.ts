/** What can be wrong with the way in which the emulator itself is used. */
export type EmulatorErrorCode =
  | "emulator_closed"
  | "listening_already"
  | "option_unknown"
  | "option_invalid"
  | "options_conflict"
  | "random_seed_invalid"
  | "project_id_invalid"
  | "project_exists"
  | "project_unknown"
  | "project_without_key"
  | "snapshot_invalid"
  | "snapshot_of_another_emulator"
  | "moment_invalid"
  | "duration_invalid"
  | "message_timeout"
  | "event_timeout"
  | "webhook_invalid"
  | "fault_invalid"
  | "request_timeout"
  | "transcript_not_kept"
  | "data_invalid"
  | "data_unreadable"
  | "data_unwritable"

/** A mistake in the use of the emulator. Its `code` stays the same from version to version, its message may not. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError"
  readonly code: EmulatorErrorCode

  constructor(code: EmulatorErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

export const emulatorClosed = () =>
  new EmulatorError(
    "emulator_closed",
    "The emulator was closed and answers no more: close it after the last request, or create another one.",
  )

export const listeningAlready = (url: string) =>
  new EmulatorError(
    "listening_already",
    `The emulator listens on ${url} already: use that, close it first, or create another emulator.`,
  )

/** @param nearest the known name that is most like it. */
export const optionUnknown = (name: string, nearest: string | undefined, known: readonly string[]) =>
  new EmulatorError(
    "option_unknown",
    nearest === undefined
      ? `There is no option ${name}: there are ${known.join(", ")}.`
      : `There is no option ${name}: did you mean ${nearest}?`,
  )

export const optionInvalid = (name: string, expected: string) =>
  new EmulatorError("option_invalid", `${name}: expected ${expected}.`)

export const optionsConflict = (one: string, other: string) =>
  new EmulatorError(
    "options_conflict",
    `${one} and ${other} say the same thing twice: leave one of them out.`,
  )

export const randomSeedInvalid = (seed: number) =>
  new EmulatorError("random_seed_invalid", `${seed} can't be a random seed: use a whole number from 0.`)

export const projectIdInvalid = (id: string) =>
  new EmulatorError(
    "project_id_invalid",
    `"${id}" can't be the ID of a project: use 1 to 36 of A-Z a-z 0-9 . - _, and not the server's own, console.`,
  )

export const projectExists = (id: string) =>
  new EmulatorError(
    "project_exists",
    `There is a project "${id}" already, whose name and keys stay: leave the options out, or delete it first.`,
  )

export const projectUnknown = (id: string) =>
  new EmulatorError(
    "project_unknown",
    `There is no project "${id}": it was deleted, or is not in the state that was restored. Make it with project("${id}").`,
  )

export const projectWithoutKey = (id: string) =>
  new EmulatorError(
    "project_without_key",
    `The project "${id}" was made without API keys: name some when you make it.`,
  )

/** @param of what it should have been taken of. */
export const snapshotInvalid = (of: string) =>
  new EmulatorError(
    "snapshot_invalid",
    `This is no snapshot of ${of}: pass what snapshot() of ${of} brought.`,
  )

export const snapshotOfAnotherEmulator = () =>
  new EmulatorError(
    "snapshot_of_another_emulator",
    "The snapshot was taken of another emulator, with other options: restore it there, or in a branch of that one.",
  )

export const momentInvalid = (moment: unknown) =>
  new EmulatorError(
    "moment_invalid",
    `${JSON.stringify(moment)} is no moment: use a Date, an ISO 8601 text or milliseconds since the epoch.`,
  )

export const durationInvalid = (duration: unknown) =>
  new EmulatorError(
    "duration_invalid",
    `${JSON.stringify(duration)} is no duration: use milliseconds from 0 or { days, hours, minutes, seconds, milliseconds }. To go back, set the clock.`,
  )

export const eventTimeout = (pattern: string, milliseconds: number) =>
  new EmulatorError(
    "event_timeout",
    `No event ${pattern} was raised within ${milliseconds} ms. Wait for it before you send the request that raises it.`,
  )

export const webhookInvalid = (why: string) => new EmulatorError("webhook_invalid", why)

/**
 * @param seen the latest that was in the outbox, in words.
 * @param more how many were there before them.
 */
export const messageTimeout = (wanted: object, milliseconds: number, seen: readonly string[], more: number) =>
  new EmulatorError(
    "message_timeout",
    `No message with ${JSON.stringify(wanted)} came within ${milliseconds} ms. In the outbox: ${
      more === 0 ? "" : `${more} more, `
    }${seen.join(", ") || "nothing"}.`,
  )

/** @param place the member that is wrong. */
export const faultInvalid = (place: string, expected: string) =>
  new EmulatorError("fault_invalid", `${place}: ${expected}.`)

/** @param reason what of it is missing, and what to do. */
export const transcriptNotKept = (reason: string) =>
  new EmulatorError("transcript_not_kept", `There is no transcript: ${reason}`)
