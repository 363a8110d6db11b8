import { Option } from "./commander.ts"
import { readApiKey, readProjectId } from "./option-values.ts"
import { endpointOption, readWhole, type ServerOptions } from "./server-options.ts"

/** The options that name a real project, and how long to wait for it. Times are in seconds. */
export interface RealProjectOptions extends ServerOptions {
  readonly timeout: number
  readonly longestWait: number
}

/** @param scopes that the key needs. */
export function realProjectOptions(scopes: string) {
  return [
    endpointOption("URL of the server, /v1 included").env("APPWRITE_ENDPOINT").makeOptionMandatory(),
    new Option("--project <id>", "project on the server")
      .env("APPWRITE_PROJECT_ID")
      .argParser(readProjectId)
      .makeOptionMandatory(),
    new Option("--key <secret>", `API key with the scopes ${scopes}`)
      .env("APPWRITE_API_KEY")
      .argParser(readApiKey)
      .makeOptionMandatory(),
    new Option("--timeout <seconds>", "longest time for one answer").argParser(readWhole).default(60),
    new Option("--longest-wait <seconds>", "longest wait because of a rate limit")
      .argParser(readWhole)
      .default(3600),
  ]
}
