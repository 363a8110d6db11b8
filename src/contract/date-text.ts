/** A date as Appwrite writes it: in answers as a rule, or as its database holds it. */
export interface DateText {
  readonly form: "answer" | "database"
  readonly ms: number
}

/** Finds dates, in either form, inside of a text. */
export const dateTexts = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}\+00:00| \d\d:\d\d:\d\d\.\d{3})/g

const answerForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+00:00$/
const databaseForm = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})$/

/**
 * Reads a date in one of the two forms that Appwrite 1.9 answers with: `2020-10-15T06:38:00.000+00:00`, and
 * `2020-10-15 06:38:00.000` where a route echoes what it just wrote.
 *
 * @returns undefined for anything else, impossible dates included.
 */
export function readDate(text: string): DateText | undefined {
  const answer = answerForm.exec(text)
  if (answer) return toDate("answer", `${answer[1]}Z`)
  const database = databaseForm.exec(text)
  return database ? toDate("database", `${database[1]}T${database[2]}Z`) : undefined
}

function toDate(form: DateText["form"], iso: string): DateText | undefined {
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? undefined : { form, ms }
}
