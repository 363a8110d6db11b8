import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../json-value.ts"
import type { Stage } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import type { Answer } from "../transcript.ts"
import type { Choices } from "./random.ts"

/** What a walk knows so far. */
export interface WalkState {
  readonly stage: Stage
  readonly choices: Choices
  /** Secrets and IDs of sessions that answers have told. */
  readonly sessions: { readonly id: string; readonly secret: string }[]
  /** Recovery codes that answers have told. */
  readonly codes: string[]
}

/** One call of a walk. */
export type Move = (state: WalkState) => Promise<unknown>

/** The users of a walk. */
export const names = ["a", "b", "c"] as const
const users = [...names, "nobody"] as const
const passwords = ["correct-horse-9", "another-horse-9", "short", ""] as const
const addresses = ["one", "two", "three"] as const

function user({ stage, choices }: WalkState): string {
  return `/users/${stage.id(choices.of(users))}`
}

function address({ stage, choices }: WalkState): string {
  return choices.below(8) === 0 ? "no-address" : stage.email(choices.of(addresses))
}

function phone({ stage, choices }: WalkState): string {
  return choices.below(8) === 0 ? "5550100" : stage.phone(choices.below(3))
}

function noteSession({ sessions }: WalkState, answer: Answer): void {
  const secret = textAt(answer, "secret")
  if (answer.status === 201 && secret !== "") sessions.push({ id: textAt(answer, "$id"), secret })
}

function noteCodes({ codes }: WalkState, { body }: Answer): void {
  const list = isJsonObject(body) ? body.recoveryCodes : undefined
  if (isJsonList(list)) codes.push(...list.filter((code) => typeof code === "string"))
}

function sessionOf({ sessions, choices }: WalkState) {
  const known = sessions[choices.below(Math.max(1, sessions.length))]
  return known === undefined ? ("guest" as const) : { session: known.secret }
}

/** A move that sends one body to a path below a user's. */
function change(method: string, path: string, body: (state: WalkState) => JsonObject): Move {
  return (state) => state.stage.step(method, user(state) + path, { body: body(state) })
}

function read(path: string): Move {
  return (state) => state.stage.step("GET", user(state) + path)
}

function values(name: string, items: readonly [JsonValue, ...JsonValue[]]) {
  return ({ choices }: WalkState): JsonObject => ({ [name]: choices.of(items) })
}

/** All moves, with how often they come. */
export const moves: readonly { readonly weight: number; readonly move: Move }[] = [
  {
    weight: 6,
    move: (state) =>
      state.stage.step("POST", "/users", {
        body: {
          userId: state.stage.id(state.choices.of(names)),
          email: address(state),
          ...(state.choices.below(2) === 0 && { phone: phone(state) }),
          ...(state.choices.below(3) > 0 && { password: state.choices.of(passwords) }),
        },
      }),
  },
  { weight: 2, move: (state) => state.stage.step("DELETE", user(state)) },
  { weight: 2, move: (state) => state.stage.step("GET", "/users") },
  { weight: 3, move: read("") },
  { weight: 1, move: read("/prefs") },
  { weight: 2, move: read("/sessions") },
  { weight: 2, move: read("/targets") },
  { weight: 1, move: read("/mfa/factors") },
  { weight: 1, move: read("/mfa/recovery-codes") },
  { weight: 2, move: change("PATCH", "/email", (state) => ({ email: address(state) })) },
  { weight: 2, move: change("PATCH", "/phone", (state) => ({ number: phone(state) })) },
  { weight: 2, move: change("PATCH", "/password", values("password", passwords)) },
  { weight: 1, move: change("PATCH", "/name", values("name", ["New", "", 7])) },
  { weight: 1, move: change("PUT", "/labels", values("labels", [["vip"], [], ["vip", "vip"], "vip"])) },
  { weight: 1, move: change("PATCH", "/prefs", values("prefs", [{ a: 1 }, {}, { a: { b: [] } }, "text"])) },
  { weight: 1, move: change("PATCH", "/status", values("status", [true, true, false])) },
  { weight: 1, move: change("PATCH", "/mfa", values("mfa", [true, false, false])) },
  { weight: 1, move: change("PATCH", "/verification", values("emailVerification", [true, false])) },
  { weight: 1, move: change("PATCH", "/verification/phone", values("phoneVerification", [true, false])) },
  {
    weight: 3,
    move: async (state) =>
      noteSession(state, await state.stage.step("POST", `${user(state)}/sessions`, { body: {} })),
  },
  {
    weight: 4,
    move: async (state) => {
      const body = { email: address(state), password: state.choices.of(passwords) }
      noteSession(state, await state.stage.step("POST", "/account/sessions/email", { body }))
    },
  },
  { weight: 4, move: (state) => state.stage.step("GET", "/account", { as: sessionOf(state) }) },
  { weight: 1, move: (state) => state.stage.step("DELETE", `${user(state)}/sessions`) },
  {
    weight: 2,
    move: (state) => {
      const { id } = state.sessions[state.choices.below(Math.max(1, state.sessions.length))] ?? { id: "none" }
      return state.stage.step("DELETE", `${user(state)}/sessions/${id}`)
    },
  },
  {
    weight: 2,
    move: async (state) => {
      const as = sessionOf(state)
      const asked = await state.stage.step("POST", "/account/mfa/challenges", {
        as,
        body: { factor: "recoverycode" },
      })
      const otp = state.codes[state.choices.below(Math.max(1, state.codes.length))] ?? "0000000000"
      const body = { challengeId: textAt(asked, "$id"), otp }
      await state.stage.step("PUT", "/account/mfa/challenges", { as, body })
    },
  },
  {
    weight: 2,
    move: async (state) => {
      const method = state.choices.of(["PATCH", "PUT"])
      noteCodes(state, await state.stage.step(method, `${user(state)}/mfa/recovery-codes`))
    },
  },
]
