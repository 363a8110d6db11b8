import { queryDate } from "../queries/query-date.ts"
import { Refusal, type Validator } from "./validator.ts"

const refusal = new Refusal("Value must be valid date between 0000-01-01 00:00:00 and 9999-12-31 00:00:00.")

/** Appwrite 1.9: a date as PHP reads it, with a year of four digits; the action gets milliseconds since the epoch. */
export const dateTime: Validator<number> = {
  sample: { kind: "date" },
  check: (value, { now }) => (typeof value === "string" ? (queryDate(value, now) ?? refusal) : refusal),
}
