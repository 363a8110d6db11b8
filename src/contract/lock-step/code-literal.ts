import { isJsonList, isJsonObject, type JsonValue } from "../json-value.ts"
import type { Finding } from "./findings.ts"

const longRun = /^(.)\1{59,}$/su

/**
 * A value as a JavaScript expression, in which what earlier answers held is taken from these: the session of
 * `answers[0]`, or `` `/users/${answers[0].body.userId}` ``.
 */
export function codeLiteral(value: JsonValue, taken: readonly Finding[]): string {
  if (typeof value === "string") return textLiteral(value, taken)
  if (isJsonList(value)) {
    const isSame = value.length > 9 && value.every((item) => item === value[0])
    if (isSame) return `Array(${value.length}).fill(${codeLiteral(value[0] ?? null, taken)})`
    return `[${value.map((item) => codeLiteral(item, taken)).join(", ")}]`
  }
  if (!isJsonObject(value)) return JSON.stringify(value)
  if (typeof value.$totp === "string") return `totp(${codeLiteral(value.$totp, taken)})`
  const members = Object.entries(value).map(
    ([name, item]) => `${nameLiteral(name)}: ${codeLiteral(item, taken)}`,
  )
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`
}

function nameLiteral(name: string): string {
  // Written as it is, it would be no member but the object's prototype.
  if (name === "__proto__") return `["__proto__"]`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
}

function textLiteral(text: string, taken: readonly Finding[]): string {
  if (longRun.test(text)) return `${JSON.stringify(text[0])}.repeat(${text.length})`
  const sources = taken.flatMap((finding) => {
    const value = isJsonObject(finding.value) ? finding.value.$totp : finding.value
    return typeof value === "string" ? [{ value, code: `answers[${finding.answer}]${finding.at}` }] : []
  })
  const whole = sources.find(({ value }) => value === text)
  if (whole !== undefined) return whole.code
  const inside = sources.find(({ value }) => value.length >= 10 && text.includes(value))
  if (inside === undefined) return JSON.stringify(text)
  const parts = text.split(inside.value).map((part) => part.replace(/[`\\$]/g, "\\$&"))
  return `\`${parts.join(`\${${inside.code}}`)}\``
}
