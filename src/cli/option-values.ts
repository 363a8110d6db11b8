import { CONSOLE, isProjectId } from "../project/project-id.ts"
import { InvalidArgumentError } from "./commander.ts"

/** Where the emulator listens if nobody says otherwise. */
export const DEFAULT_PORT = 4590

const HIGHEST_PORT = 65_535

/**
 * A TCP port; 0 is any free one.
 * @throws InvalidArgumentError
 */
export function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port
  throw new InvalidArgumentError(`Use a number from 0 (any free port) to ${HIGHEST_PORT}.`)
}

/**
 * A name or address to listen on.
 * @throws InvalidArgumentError
 */
export function readHost(text: string): string {
  if (/^[A-Za-z0-9._:-]+$/.test(text)) return text
  throw new InvalidArgumentError("Use a host name or an address, such as 127.0.0.1 or ::1.")
}

/**
 * The ID of a project. `console` is the server's own.
 * @throws InvalidArgumentError
 */
export function readProjectId(text: string): string {
  if (isProjectId(text) && text !== CONSOLE) return text
  throw new InvalidArgumentError(
    `Use 1 to 36 of A-Z a-z 0-9 . - _ and begin with a letter or digit; "${CONSOLE}" is taken.`,
  )
}

/**
 * A secret that can stand in a header.
 * @throws InvalidArgumentError
 */
export function readApiKey(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw new InvalidArgumentError("Use visible ASCII characters without blanks.")
}

/**
 * On or off, for environment variables and for `--option=false`.
 * @throws InvalidArgumentError
 */
export function readSwitch(text: string): boolean {
  if (text === "true" || text === "1") return true
  if (text === "false" || text === "0" || text === "") return false
  throw new InvalidArgumentError("Use true or false.")
}
