import { readSessionSecret } from "../compare-session-secret.ts"
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../json-value.ts"
import type { Answer } from "../transcript.ts"

/** A value that an answer held and that later calls may send. */
export interface Finding {
  /** Name of the parameter that it is for; `session` and `jwt` are for headers. */
  readonly name: string
  readonly value: JsonValue
  /** The user whom it belongs to, if the answer or its call tells. */
  readonly userId: string | undefined
  /** Number of the answer that held it, and where: a JavaScript expression after `answers[n]`. */
  readonly answer: number
  readonly at: string
}

/** A call as far as it tells whom its answer is about. */
export interface Asked {
  /** Name of the model of the answer. */
  readonly model: string | undefined
  /** The user whom the call names or whose session it shows. */
  readonly userId: string | undefined
}

/**
 * What an answer offers to later calls: IDs under the name of the parameter that takes them (`sessionId` of a session),
 * secrets of tokens, one-time codes, sessions and JWTs.
 *
 * @param index number of the answer.
 */
export function findingsOf(
  { status, body, cookies }: Answer,
  index: number,
  asked: Asked,
): readonly Finding[] {
  if (status >= 300 || asked.model === undefined) return []
  const found = isJsonObject(body) ? inObject(body, asked.model, asked.userId, ".body") : []
  return [...found, ...inCookies(cookies)].map((finding) => ({ ...finding, answer: index }))
}

type Found = Omit<Finding, "answer">

function inObject(body: JsonObject, model: string, asked: string | undefined, at: string): readonly Found[] {
  if (model.endsWith("List")) return inList(body, model.slice(0, -"List".length), asked, at)
  const ids = Object.entries(body).flatMap(([member, value]) => {
    const name = member === "$id" ? idName(model) : member
    const isId = typeof value === "string" && value !== "" && name.endsWith("Id")
    return isId ? [{ name, value, at: `${at}.${member}` }] : []
  })
  const owner = ids.find(({ name }) => name === "userId")?.value ?? asked
  const found = [...ids, ...secrets(body, model, at)]
  return found.map((finding) => ({ ...finding, userId: owner }))
}

function inList(body: JsonObject, model: string, asked: string | undefined, at: string): readonly Found[] {
  return Object.entries(body).flatMap(([member, items]) =>
    isJsonList(items)
      ? items.flatMap((item, index) =>
          isJsonObject(item) ? inObject(item, model, asked, `${at}.${member}[${index}]`) : [],
        )
      : [],
  )
}

/** `account` and `user` are a user, `mfaChallenge` is a challenge. */
function idName(model: string): string {
  const name = model.replace(/^mfa(.)/, (_, first: string) => first.toLowerCase())
  return name === "account" ? "userId" : `${name}Id`
}

type Secret = Pick<Finding, "name" | "value" | "at">

function secrets(body: JsonObject, model: string, at: string): readonly Secret[] {
  const { secret, jwt, recoveryCodes } = body
  if (typeof jwt === "string") return [{ name: "jwt", value: jwt, at: `${at}.jwt` }]
  if (isJsonList(recoveryCodes)) {
    return recoveryCodes.map((code, index) => ({
      name: "otp",
      value: code,
      at: `${at}.recoveryCodes[${index}]`,
    }))
  }
  if (typeof secret !== "string" || secret === "") return []
  const place = `${at}.secret`
  if (model === "mfaType") return [{ name: "otp", value: { $totp: secret }, at: place }]
  if (model === "session") {
    return readSessionSecret(secret) === undefined ? [] : [{ name: "session", value: secret, at: place }]
  }
  return [{ name: "secret", value: secret, at: place }]
}

/** Appwrite 1.9 gives a session to clients in cookies: twice, the second time under the current name. */
function inCookies(cookies: readonly string[]): readonly Found[] {
  return cookies.flatMap((line) => {
    const [, value] = /^a_session_[^=]*(?<!_legacy)=([^;]*)/.exec(line) ?? []
    const session = value === undefined ? "" : decodeURIComponent(value)
    const secret = readSessionSecret(session)
    return secret === undefined
      ? []
      : [{ name: "session", value: session, userId: secret.id, at: ".session" }]
  })
}

/**
 * The newest values first, those of the person before those of others.
 *
 * @param personId ID of the person as it was sent.
 */
export function findingsFor(
  findings: readonly Finding[],
  name: string,
  personId: string,
): readonly Finding[] {
  const fitting = findings.filter((finding) => finding.name === name).toReversed()
  const isOwn = ({ userId }: Finding) =>
    userId === undefined || userId.toLowerCase() === personId.toLowerCase()
  return [...fitting.filter(isOwn), ...fitting.filter((finding) => !isOwn(finding))]
}
