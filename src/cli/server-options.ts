import { InvalidArgumentError, Option } from "./commander.ts"
import { readApiKey, readProjectId } from "./option-values.ts"

/** The options that name a project of a server. */
export interface ServerOptions {
  readonly endpoint: string
  readonly project: string
  readonly key: string
}

/** `--endpoint`, without the environment, which could name a server that is not meant. */
export function endpointOption(description: string) {
  return new Option("--endpoint <url>", description).argParser(readEndpoint)
}

/** `--project`. */
export function projectOption() {
  return new Option("--project <id>", "project on the server, an empty one")
    .env("APPWRITE_PROJECT_ID")
    .argParser(readProjectId)
}

/** `--key`. */
export function keyOption() {
  return new Option("--key <secret>", "API key with every scope")
    .env("APPWRITE_API_KEY")
    .argParser(readApiKey)
}

/**
 * A whole number from 0.
 * @throws InvalidArgumentError
 */
export function readWhole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("Use a whole number from 0.")
}

function readEndpoint(text: string): string {
  if (/^https?:\/\/[^?#]+$/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "")
  throw new InvalidArgumentError("Use a URL such as https://cloud.example.com/v1.")
}
