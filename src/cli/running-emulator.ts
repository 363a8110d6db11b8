import { Option } from "./commander.ts"
import { DEFAULT_PORT, readPort } from "./option-values.ts"
import { endpointOption } from "./server-options.ts"

/** The options that say which emulator is meant. */
export interface EmulatorPlace {
  readonly endpoint?: string
  readonly port: number
}

/** `--endpoint`, and `--port` with its default. */
export function emulatorPlaceOptions() {
  return [
    endpointOption("URL of the emulator, if it is not on this machine"),
    new Option("--port <number>", "its port on this machine")
      .env("EMULATOR_PORT")
      .argParser(readPort)
      .default(DEFAULT_PORT),
  ]
}

/** Why a command could not ask a running emulator, or what the emulator said against it. */
export class CannotAsk extends Error {
  override readonly name = "CannotAsk"
}

/** An emulator that runs in another process. */
export interface RunningEmulator {
  /** Of its API. */
  readonly endpoint: string
  /** Version of Appwrite that it emulates. */
  readonly appwrite: string
  /**
   * Sends a control request; the answer is one of success.
   * @param path below `/_emulator`.
   * @param request by default a GET.
   * @throws CannotAsk
   */
  ask(
    path: string,
    query?: Readonly<Record<string, string | undefined>>,
    request?: RequestInit,
  ): Promise<Response>
}

/** What the emulator has to be told by who controls it. */
const CONTROL = { "x-emulator-control": "1" }

/**
 * Finds the emulator that is meant.
 * @throws CannotAsk if nothing answers there, or something else does.
 */
export async function findEmulator({ endpoint, port }: EmulatorPlace): Promise<RunningEmulator> {
  const { origin } = new URL(endpoint ?? `http://127.0.0.1:${port}`)
  const send = (path: string, { headers, ...request }: RequestInit = {}) =>
    fetch(`${origin}/_emulator/${path}`, { ...request, headers: { ...headers, ...CONTROL } }).catch(
      (error: unknown) => {
        throw new CannotAsk(`No emulator answers at ${origin}: ${reasonOf(error)}.
Start one with appwrite-users-emulator, or say where it is: --port 4590, or --endpoint with its URL.`)
      },
    )
  const health = parsed(await (await send("health")).text())
  const appwrite = health.appwrite
  if (typeof appwrite !== "string") {
    throw new CannotAsk(
      typeof health.error === "string"
        ? `The emulator at ${origin} refused: ${health.error}`
        : `What answers at ${origin} is no emulator.
Say where the emulator is: --port 4590, or --endpoint with its URL. It prints both when it starts.`,
    )
  }
  return {
    endpoint: `${origin}/v1`,
    appwrite,
    async ask(path, query = {}, request) {
      const search = new URLSearchParams()
      for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value)
      const response = await send(search.size === 0 ? path : `${path}?${search}`, request)
      if (response.ok) return response
      const text = await response.text()
      throw new CannotAsk(`The emulator refused: ${parsed(text).error ?? `status ${response.status}`}`)
    },
  }
}

/** The members of a JSON object; none if the text is something else. */
function parsed(text: string): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  return "code" in cause && cause.code === "ECONNREFUSED" ? "nothing listens there" : cause.message
}
