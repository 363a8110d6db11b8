import { type Answer, encodeJson } from "../php/json-encode.ts"
import { quoteJson } from "../php/json-quote.ts"
import { type PhpArray, phpCount } from "../php/value.ts"
import { list, type Member } from "./model.ts"

/** What can't be written is left out, as by {@link encodeJson}. */
const quoted = (value: string): string => quoteJson(value) ?? ""

/** A text; `""` where there is none. */
export const text: Member<string | null> = {
  shape: { kind: "text" },
  write: (value) => quoted(value ?? ""),
}

/** A text, or `null`. */
export const textOrNull: Member<string | null> = {
  shape: { kind: "orNull", of: { kind: "text" } },
  write: (value) => (value === null ? "null" : quoted(value)),
}

/** Several texts. */
export const texts = list(text)

/** Yes or no. */
export const flag: Member<boolean> = { shape: { kind: "flag" }, write: String }

/** Yes, no or unknown. */
export const flagOrNull: Member<boolean | null> = {
  shape: { kind: "orNull", of: { kind: "flag" } },
  write: String,
}

/** A whole number. */
export const integer: Member<number> = { shape: { kind: "integer" }, write: String }

/** Any value of the server's. */
export const anything: Member<Answer> = { shape: { kind: "anything" }, write: (value) => encodeJson(value) }

/** A JSON object, `{}` if it is empty. */
export const object: Member<PhpArray> = {
  shape: { kind: "object" },
  write: (value) => (phpCount(value) === 0 ? "{}" : encodeJson(value)),
}

/** A secret: `""` for those who may not see it. */
export const secret: Member<string> = {
  shape: { kind: "text" },
  write: (value, view) => (view.showsSecrets ? quoted(value) : '""'),
}

const DAY = 86_400_000

/** The last day that was asked for: most dates of an answer are of the same one, and `Date` is slow to write them. */
let lastDay = Number.NaN
let lastDayText = ""

/** The last date: most dates of a record are the same one. */
let lastDate = Number.NaN
let lastDateText = ""

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `2020-10-15T06:38:00.000+00:00`. */
export function formatDate(milliseconds: number): string {
  if (milliseconds !== lastDate) {
    lastDateText = writeDate(milliseconds)
    lastDate = milliseconds
  }
  return lastDateText
}

function writeDate(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY)
  if (day !== lastDay) {
    lastDay = day
    lastDayText = new Date(day * DAY).toISOString().slice(0, -"00:00:00.000Z".length)
  }
  const time = Math.floor(milliseconds - day * DAY)
  const seconds = Math.floor(time / 1000)
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const thousandths = String(time % 1000).padStart(3, "0")
  return `${lastDayText}${pad(hour)}:${pad(minute)}:${pad(seconds % 60)}.${thousandths}+00:00`
}

/** `2020-10-15 06:38:00.000`: a date as Appwrite's database holds it. */
export function formatDatabaseDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, -1).replace("T", " ")
}

/**
 * A point in time, in milliseconds since the epoch; `""` where there is none. A text is written as it is: in a few
 * answers the server shows dates as its database holds them.
 */
export const date: Member<number | string | null> = {
  shape: { kind: "date" },
  write(value) {
    if (value === null) return '""'
    return typeof value === "string" ? quoted(value) : `"${formatDate(value)}"`
  },
}
