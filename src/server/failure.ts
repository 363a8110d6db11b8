import { AppwriteError, type ErrorType } from "../errors.ts"
import { error as errorModel } from "../models/error.ts"
import { responseFormat } from "../models/response-format.ts"
import type { Rules } from "../profiles/rules.ts"
import { codeOf } from "../system-error.ts"
import type { Server } from "./server.ts"

const VIEW = { format: responseFormat("", { omits: {} }), showsSecrets: false }

/** What the client is told of an error; of one that no rule foresaw, only that the server failed. */
export function asAppwriteError(error: unknown, { onFault }: Server): AppwriteError {
  if (error instanceof AppwriteError) return error
  if (!isDisconnection(error)) onFault(error)
  return new AppwriteError("general_unknown")
}

/** Whether the client went away before its body was there: nobody reads the answer, and nothing is wrong here. */
export const isDisconnection = (error: unknown): boolean => codeOf(error) === "ECONNRESET"

/** An error as a version of Appwrite answers it. */
export interface ShownError {
  readonly status: number
  readonly message: string
  readonly type: ErrorType
}

/** An error with the status and text that a version has for its type. */
export function shownError(error: AppwriteError, { errors }: Rules): ShownError {
  const { type, status, message, hasOwnMessage } = error
  const change = errors[type]
  if (change === undefined) return error
  return {
    type,
    status: change.status ?? status,
    message: hasOwnMessage ? message : (change.message ?? message),
  }
}

/** An error as JSON. */
export function errorBody({ message, status, type }: ShownError, version: string): string {
  return errorModel.write({ message, code: status, type, version }, VIEW)
}

/** What the answer is like to a body that the server could not bear; what it says, see {@link fatalBody}. */
export const FATAL = {
  status: 500,
  headers: { "content-type": "text/html", server: "swoole-http-server" },
  cookies: [],
  error: undefined,
  hint: "The body is JSON, but neither an object nor a list.",
} as const

/** Appwrite 1.9: what is left to say when the request broke the server before its error handler was there. */
export function fatalBody(version: string): string {
  return JSON.stringify({ message: "Error: Server Error", code: FATAL.status, version })
}
