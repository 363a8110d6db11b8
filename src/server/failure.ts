import { AppwriteError } from "../errors.ts"
import { error as errorModel } from "../models/error.ts"
import { responseFormat } from "../models/response-format.ts"
import type { Server } from "./server.ts"

const VIEW = { format: responseFormat(""), showsSecrets: false }

/** What the client is told of an error; of one that no rule foresaw, only that the server failed. */
export function asAppwriteError(error: unknown, { onFault }: Server): AppwriteError {
  if (error instanceof AppwriteError) return error
  onFault(error)
  return new AppwriteError("general_unknown")
}

/** An error as JSON. */
export function errorBody({ message, status, type }: AppwriteError, version: string): string {
  return errorModel.write({ message, code: status, type, version }, VIEW)
}

/** Appwrite 1.9: what is left to say when the request broke the server before its error handler was there. */
export function fatalFailure(version: string): Response {
  return new Response(JSON.stringify({ message: "Error: Server Error", code: 500, version }), {
    status: 500,
    headers: { "content-type": "text/html", server: "swoole-http-server" },
  })
}
