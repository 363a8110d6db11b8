import { parseArgs } from "node:util"

export interface BenchOptions {
  /** For a program: the result as one JSON object. */
  readonly json: boolean
  /** Whether README.md is to show this run. */
  readonly readme: boolean
  /** How many users are there before anything is measured. */
  readonly users: number
  /** The numbers of users whose costs are compared, the first of them above; none if only one was given. */
  readonly sizes: readonly number[]
  /** How many logins run at once, at the server's cost, while the event loop is watched; 0: none. */
  readonly serverLogins: number
  /** How often a suite of tests that use the fixtures for vitest is run, to see what these cost; 0: it is not. */
  readonly suites: number
  /** How many users a project has whose snapshots and branches are measured; 0: they are not. */
  readonly stateUsers: number
  /** For each operation at each number of connections, in each run. */
  readonly seconds: number
  /** How often all is measured, with new processes. */
  readonly runs: number
  /** Only the operations with this in their name. */
  readonly only: string
  /** The emulator's command line: what comes behind `node`. */
  readonly cli: readonly string[]
  /** Whether other emulators are installed from npm and measured too. */
  readonly peers: boolean
  /** A real server to be measured too: an empty project on it. */
  readonly server: RealServerOptions | undefined
}

/** Where a real server is, and who calls it. */
export interface RealServerOptions {
  /** With `/v1`. */
  readonly endpoint: string
  readonly project: string
  readonly key: string
}

/** @throws if only a part of it is there. */
function realServer(
  given: {
    readonly [name in keyof RealServerOptions]?: string | undefined
  },
): RealServerOptions | undefined {
  const { endpoint, project, key } = given
  if (endpoint === undefined && project === undefined && key === undefined) return undefined
  if (endpoint === undefined || project === undefined || key === undefined) {
    throw new RangeError("--endpoint, --project and --key go together")
  }
  if (!URL.canParse(endpoint) || new URL(endpoint).pathname !== "/v1") {
    throw new RangeError("--endpoint takes a URL that ends in /v1, such as https://appwrite.example.com/v1")
  }
  return { endpoint, project, key }
}

/** A whole number, or 0 for not at all. */
function whole(name: string, text: string): number {
  return Number(text) === 0 ? 0 : Math.ceil(positive(name, text))
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (value > 0) return value
  throw new RangeError(`--${name} takes a number above 0`)
}

/**
 * Reads the command line.
 * @throws if an option is unknown or its value can't be used.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      readme: { type: "boolean", default: false },
      users: { type: "string", default: "1000" },
      "state-users": { type: "string", default: "100000" },
      seconds: { type: "string", default: "1" },
      "server-logins": { type: "string", default: "0" },
      suites: { type: "string", default: "0" },
      runs: { type: "string", default: "3" },
      only: { type: "string", default: "" },
      cli: { type: "string", default: "dist/cli/main.js" },
      peers: { type: "boolean", default: false },
      endpoint: { type: "string" },
      project: { type: "string" },
      key: { type: "string" },
    },
  })
  const { json, readme, only, cli, peers } = values
  const sizes = values.users.split(",").map((text) => Math.ceil(positive("users", text)))
  return {
    json,
    readme,
    only,
    peers,
    server: realServer(values),
    users: sizes[0] ?? 0,
    sizes: sizes.length > 1 ? sizes : [],
    stateUsers: whole("state-users", values["state-users"]),
    serverLogins: whole("server-logins", values["server-logins"]),
    suites: whole("suites", values.suites),
    seconds: positive("seconds", values.seconds),
    runs: Math.ceil(positive("runs", values.runs)),
    cli: cli.endsWith(".ts") ? ["--import", "tsx", cli] : [cli],
  }
}
