import type { Style } from "./style.ts"

/** What a client needs to know of a running emulator. */
export interface Ready {
  readonly endpoint: string
  readonly projectId: string
  readonly apiKey: string
  readonly port: number
  readonly pid: number
  /** Version of Appwrite that is emulated. */
  readonly appwrite: string
  /** File that everything is exported to at the end. */
  readonly keptIn?: string
}

/** What a person sees at the start: lines for `.env`, and lines for a script. */
export function banner(ready: Ready, { strong, faint }: Style): string {
  const { endpoint, projectId, apiKey, appwrite, keptIn } = ready
  const [url, project, key] = [endpoint, projectId, apiKey].map((value) => JSON.stringify(value))
  return `${strong(`Appwrite ${appwrite} users emulator is ready.`)} ${faint(`Ctrl+C ends it, and ${keptIn === undefined ? "nothing is kept" : `all is kept in ${keptIn}`}.`)}

${faint("# .env")}
APPWRITE_ENDPOINT=${endpoint}
APPWRITE_PROJECT_ID=${projectId}
APPWRITE_API_KEY=${envValue(apiKey)}

${faint("// JavaScript: npm install node-appwrite")}
import { Client, Users } from "node-appwrite"
const client = new Client().setEndpoint(${url}).setProject(${project}).setKey(${key})
const users = new Users(client)
`
}

/** The same for a program: one JSON object in one line. */
export function jsonBanner(ready: Ready): string {
  return `${JSON.stringify(ready)}\n`
}

/** Quotes what would mean something else in a `.env` file. */
function envValue(value: string): string {
  if (/^[\w.:/+=-]+$/.test(value)) return value
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`
}
