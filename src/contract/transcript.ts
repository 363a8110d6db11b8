import { isJsonList, isJsonObject, type JsonObject, type JsonValue, parseJson } from "./json-value.ts"

/** Who sent a step: an API key, nobody, or a user by session header, JWT or cookie. */
export type Caller = "key" | "guest" | "session" | "jwt" | "cookie"

/** What a server answered: the headers of interest by lower-case name, the body parsed. */
export interface Answer {
  readonly status: number
  /** `set-cookie` apart, since it alone may come more than once. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  /** null for an empty body, `{"$text": …}` for one that is no JSON. */
  readonly body: JsonValue
}

/** One exchange, as it was sent and answered. */
export interface Step {
  readonly as: Caller
  readonly method: string
  /** Below `/v1`, exactly as it was sent. */
  readonly path: string
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is, or no body at all. */
  readonly content: { readonly json: JsonValue } | { readonly raw: string } | undefined
  readonly note: string | undefined
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number
  /** How long the answer took, in milliseconds. */
  readonly ms: number
  readonly answer: Answer
}

/** What a step sends, whatever is answered. */
export type SentStep = Omit<Step, "at" | "ms" | "answer">

/** A scenario with every answer of a real server, recorded in a project that was empty at the start. */
export interface Transcript {
  readonly name: string
  readonly area: string
  readonly server: string
  readonly project: string
  readonly key: string
  readonly steps: readonly Step[]
}

/** The number in `Appwrite 1.9.6`. */
export function versionOf({ server }: Pick<Transcript, "server">): string {
  return server.replace(/^Appwrite /, "")
}

const callers: ReadonlySet<string> = new Set<Caller>(["key", "guest", "session", "jwt", "cookie"])

/**
 * Reads the JSON text of a transcript.
 *
 * @param source what to call the text in errors, for instance its file.
 * @throws Error that names the source, the step and the member that is wrong.
 */
export function parseTranscript(text: string, source: string): Transcript {
  const value = parseJson(text)
  if (!isJsonObject(value)) throw new Error(`${source}: a transcript is a JSON object`)
  const steps = value.steps
  if (!isJsonList(steps)) throw new Error(`${source}: "steps" must be a list`)
  return {
    name: textOf(value, "name", source),
    area: textOf(value, "area", source),
    server: textOf(value, "server", source),
    project: textOf(value, "project", source),
    key: textOf(value, "key", source),
    steps: steps.map((step, index) => toStep(step, `${source}: step ${index}`)),
  }
}

function toStep(value: JsonValue, where: string): Step {
  if (!isJsonObject(value)) throw new Error(`${where}: a step is a JSON object`)
  if (value.body !== undefined && value.raw !== undefined) {
    throw new Error(`${where}: has both "body" and "raw"`)
  }
  const as = textOf(value, "as", where)
  if (!isCaller(as)) throw new Error(`${where}: "as" must be one of ${[...callers].join(", ")}`)
  return {
    as,
    method: textOf(value, "method", where),
    path: textOf(value, "path", where),
    query: value.query === undefined ? {} : toQuery(value.query, where),
    headers: toTexts(value.headers ?? {}, `${where}: "headers"`),
    content: toContent(value, where),
    note: value.note === undefined ? undefined : textOf(value, "note", where),
    at: numberOf(value, "at", where),
    ms: numberOf(value, "ms", where),
    answer: toAnswer(value.response, where),
  }
}

function isCaller(text: string): text is Caller {
  return callers.has(text)
}

function toContent(step: JsonObject, where: string): Step["content"] {
  if (step.raw !== undefined) return { raw: textOf(step, "raw", where) }
  return step.body === undefined ? undefined : { json: step.body }
}

function toAnswer(value: JsonValue | undefined, where: string): Answer {
  if (!isJsonObject(value)) throw new Error(`${where}: "response" must be an object`)
  const headers = value.headers
  if (!isJsonObject(headers)) throw new Error(`${where}: "response.headers" must be an object`)
  const { "set-cookie": cookies, ...others } = headers
  if (value.body === undefined) throw new Error(`${where}: "response.body" is missing`)
  return {
    status: numberOf(value, "status", where),
    headers: toTexts(others, `${where}: "response.headers"`),
    cookies: cookies === undefined ? [] : toTextList(cookies, `${where}: "set-cookie"`),
    body: value.body,
  }
}

function toQuery(value: JsonValue, where: string): Step["query"] {
  if (!isJsonObject(value)) throw new Error(`${where}: "query" must be an object`)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isJsonList(item) ? item.map(toQueryText) : toQueryText(item),
    ]),
  )
}

// What a query carries is text on the wire, whatever JSON type the recorder was given.
function toQueryText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}

function toTexts(value: JsonValue, where: string): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) throw new Error(`${where} must be an object`)
  return Object.fromEntries(Object.keys(value).map((name) => [name, textOf(value, name, where)]))
}

function toTextList(value: JsonValue, where: string): readonly string[] {
  const texts = isJsonList(value) ? value.filter((item) => typeof item === "string") : []
  if (!isJsonList(value) || texts.length < value.length) throw new Error(`${where} must be a list of strings`)
  return texts
}

function textOf(object: JsonObject, name: string, where: string): string {
  const value = object[name]
  if (typeof value !== "string") throw new Error(`${where}: "${name}" must be a string`)
  return value
}

function numberOf(object: JsonObject, name: string, where: string): number {
  const value = object[name]
  if (typeof value !== "number") throw new Error(`${where}: "${name}" must be a number`)
  return value
}
