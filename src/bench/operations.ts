import { type Call, type Method, type Stage, seededEmail, seededId, seededName } from "./stage.ts"

/** Calls of one kind. */
export interface Calls {
  /** The status of a good answer; any other ends the benchmark. */
  readonly status: number
  /** The call with a number. */
  call(stage: Stage, index: number): Call
}

/** One kind of call, measured on its own. */
export interface Operation extends Calls {
  readonly name: string
  /** Calls, not measured, of which each has to come before the one of the same number. */
  readonly before?: Calls
}

/** By an API key. */
export function keyCall({ projectId, apiKey }: Stage, method: Method, path: string, body?: unknown): Call {
  return {
    method,
    path,
    headers: { "x-appwrite-project": projectId, "x-appwrite-key": apiKey },
    body: body === undefined ? "" : JSON.stringify(body),
  }
}

/** By a client. */
function clientCall({ projectId }: Stage, method: Method, path: string, headers = {}, body?: unknown): Call {
  return {
    method,
    path,
    headers: { "x-appwrite-project": projectId, ...headers },
    body: body === undefined ? "" : JSON.stringify(body),
  }
}

export const queryList = (...queries: readonly object[]): string =>
  queries.map((query, index) => `queries[${index}]=${encodeURIComponent(JSON.stringify(query))}`).join("&")

/** Of all who have one. */
export const PASSWORD = "correct horse battery"

/** Of nobody who is seeded. */
function newUser(kind: string, index: number) {
  return { userId: `${kind}-${index}`, email: `${kind}-${index}@example.test`, name: `New ${kind} ${index}` }
}

/** Creates a user without a password, under an ID that tells what for. */
export function create(kind: string): Calls {
  return { status: 201, call: (stage, index) => keyCall(stage, "POST", "/v1/users", newUser(kind, index)) }
}

/** The user that is there from the start, as all others. */
export const seedUser: Calls = {
  status: 201,
  call: (stage, index) =>
    keyCall(stage, "POST", "/v1/users", {
      userId: seededId(index),
      email: seededEmail(index),
      name: seededName(index),
      password: PASSWORD,
    }),
}

/** Gives a session to a seeded user; the answer shows its secret. */
export const seedSession: Calls = {
  status: 201,
  call: (stage, index) => keyCall(stage, "POST", `/v1/users/${seededId(index)}/sessions`, {}),
}

/** A bcrypt hash of another system's. */
const BCRYPT = "$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi"

/** All that is measured. What only reads comes first, while the server holds the seeded users alone. */
export const operations: readonly Operation[] = [
  {
    name: "get",
    status: 200,
    call: (stage, index) => keyCall(stage, "GET", `/v1/users/${seededId(index % stage.users)}`),
  },
  {
    name: "get account",
    status: 200,
    call: (stage) => clientCall(stage, "GET", "/v1/account", { "x-appwrite-session": stage.session }),
  },
  { name: "list 25", status: 200, call: (stage) => keyCall(stage, "GET", "/v1/users") },
  {
    name: "list by email",
    status: 200,
    call(stage, index) {
      const values = [seededEmail(index % stage.users)]
      return keyCall(stage, "GET", `/v1/users?${queryList({ method: "equal", attribute: "email", values })}`)
    },
  },
  {
    name: "search",
    status: 200,
    call: (stage, index) => keyCall(stage, "GET", `/v1/users?search=${seededId(index % stage.users)}`),
  },
  {
    name: "update name",
    status: 200,
    call: (stage, index) =>
      keyCall(stage, "PATCH", `/v1/users/${seededId(index % stage.users)}/name`, {
        name: `Renamed ${index}`,
      }),
  },
  {
    name: "update prefs",
    status: 200,
    call: (stage, index) =>
      keyCall(stage, "PATCH", `/v1/users/${seededId(index % stage.users)}/prefs`, {
        prefs: { theme: "dark", visits: index },
      }),
  },
  {
    name: "login",
    status: 201,
    call: (stage, index) =>
      clientCall(
        stage,
        "POST",
        "/v1/account/sessions/email",
        {},
        {
          email: seededEmail(index % stage.users),
          password: PASSWORD,
        },
      ),
  },
  { name: "create", ...create("created") },
  {
    name: "create with password",
    status: 201,
    call: (stage, index) =>
      keyCall(stage, "POST", "/v1/users", { ...newUser("secured", index), password: PASSWORD }),
  },
  {
    name: "import bcrypt",
    status: 201,
    call: (stage, index) =>
      keyCall(stage, "POST", "/v1/users/bcrypt", { ...newUser("imported", index), password: BCRYPT }),
  },
  {
    name: "delete",
    status: 204,
    before: create("doomed"),
    call: (stage, index) => keyCall(stage, "DELETE", `/v1/users/doomed-${index}`),
  },
]
