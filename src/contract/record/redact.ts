import { isJsonObject, type JsonValue, mapStrings, parseJson } from "../json-value.ts"
import type { Step, Transcript } from "../transcript.ts"
import { translateText } from "../translate.ts"
import { createTwins, type Twins } from "../twins.ts"
import { secretsIn } from "./secrets-in.ts"
import { syntheticTexts } from "./synthetic-text.ts"

/** The host that recordings name in the place of the real one. */
const RECORDED_HOST = "appwrite.example"

/** A recording that would have told a secret. */
export class SecretLeftError extends Error {
  override readonly name = "SecretLeftError"

  constructor(recording: string, length: number) {
    super(
      `${recording}: a secret of ${length} characters could not be replaced, so the recording is not kept`,
    )
  }
}

/** Secrets of the clients' own. */
export interface SentSecrets {
  /** Each with the text that takes its place. */
  readonly sent: readonly (readonly [real: string, synthetic: string])[]
  /** Those that stay in answers, where the server says them of its own accord. */
  readonly serverWords: ReadonlySet<string>
}

// As long as no other text is the same by chance.
const TELLING_LENGTH = 10

const NOTHING_SENT: SentSecrets = { sent: [], serverWords: new Set() }

/** A long one is no word: the server says it since a client did, as an imported hash. */
const isNoWordOf =
  (words: ReadonlySet<string>) =>
  ([real]: readonly [real: string, synthetic: string]) =>
    real.length >= TELLING_LENGTH || !words.has(real)

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * A recording without the secrets of the project that it was made in: its ID, its key, the name of its host and all that
 * `secretsIn` finds give way to synthetic texts of the same shape, everywhere alike. The project's ID becomes one in the form of those that Appwrite makes.
 *
 * @param hostname of the server.
 * @param secrets that clients sent; by default what clients chose stays.
 * @throws SecretLeftError when a secret is still there: the recording must not be kept.
 */
export function redact(
  transcript: Transcript,
  hostname: string,
  { sent, serverWords }: SentSecrets = NOTHING_SENT,
): Transcript {
  const synthetic = syntheticTexts(transcript.name)
  const steps = transcript.steps.map(withoutProjectDetails)
  const { project, key } = transcript
  // In the form in which Appwrite makes IDs, which is found again wherever it stands.
  const projectId = synthetic.of("0123456789abcdef0123")
  const known = [[key, synthetic.of(key)] as const, [project, projectId] as const]
  const secrets = secretsIn(steps, synthetic)
  const twins = createTwins([...sent, ...secrets, ...known])
  const isLoopback = loopback.test(hostname)
  const surroundings = [
    [projectPattern(project), projectId] as const,
    ...(isLoopback ? [] : [[bounded(hostname), RECORDED_HOST] as const]),
  ]
  const answered = createTwins([...sent.filter(isNoWordOf(serverWords)), ...secrets, ...known])
  // What a client chose may be called as a member is, `password` for instance.
  const ofNames = createTwins([...secrets, ...known])
  const changeBy = (pairs: Twins, anywhere: SentSecrets["sent"]) => (text: string) => {
    let clean = text
    for (const [pattern, fresh] of surroundings) clean = clean.replace(pattern, fresh)
    clean = translateText(clean, pairs)
    for (const [real, fresh] of anywhere) clean = clean.replaceAll(real, fresh)
    return clean
  }
  // Also in paths and in texts that repeat them, where nobody expects a secret.
  const telling = sent.filter(([real]) => real.length >= TELLING_LENGTH)
  const name = changeBy(ofNames, [])
  const request: Change = { text: changeBy(twins, telling), name }
  const answer: Change = { text: changeBy(answered, telling), name }
  const redacted: Transcript = {
    ...transcript,
    project: projectId,
    key: synthetic.of(key),
    steps: steps.map((step) => withKey(changeStep(step, request, answer), step, key, synthetic.of(key))),
  }
  const hidden = [key, ...[...sent, ...secrets].map(([real]) => real), ...(isPlain(project) ? [] : [project])]
  checkGone(redacted, isLoopback ? hidden : [...hidden, hostname])
  return redacted
}

/** A step sent with the project's key keeps a key, also where the project's ID is the same text. */
function withKey(changed: Step, { headers }: Step, key: string, synthetic: string): Step {
  return headers["x-appwrite-key"] === key
    ? { ...changed, headers: { ...changed.headers, "x-appwrite-key": synthetic } }
    : changed
}

/** Appwrite 1.9 answers a changed policy with all of the project, which holds passwords of mail servers and the like. */
function withoutProjectDetails(step: Step): Step {
  const { body } = step.answer
  if (!step.path.startsWith("/project/") || !isJsonObject(body) || !("authMethods" in body)) return step
  const kept = Object.entries(body).filter(([name]) => name === "$id" || name.startsWith("auth"))
  return { ...step, answer: { ...step.answer, body: Object.fromEntries(kept) } }
}

// A project may be called as anything else is, `users` for instance.
function isPlain(project: string): boolean {
  return project.length < 10 && /^[a-z]+$/.test(project)
}

function projectPattern(project: string): RegExp {
  const name = escaped(project)
  return isPlain(project)
    ? new RegExp(
        `(?<=^|a_session_|app\\.|appwrite-callback-)${name}(?=$|_legacy$|=|_legacy=|@service\\.)`,
        "g",
      )
    : bounded(project)
}

function bounded(text: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${escaped(text)}(?![A-Za-z0-9])`, "g")
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
}

interface Change {
  readonly text: (text: string) => string
  /** For names of members. */
  readonly name: (text: string) => string
}

function changeStep(step: Step, change: Change, ofAnswer: Change): Step {
  const { answer, content } = step
  return {
    ...step,
    path: change.text(step.path),
    query: Object.fromEntries(
      Object.entries(step.query).map(([name, value]) => [
        name,
        typeof value === "string" ? change.text(value) : value.map(change.text),
      ]),
    ),
    headers: changeTexts(step.headers, change),
    content:
      content === undefined
        ? undefined
        : "raw" in content
          ? { raw: change.text(content.raw) }
          : { json: mapStrings(content.json, change.text, change.name) },
    answer: {
      status: answer.status,
      headers: changeTexts(answer.headers, ofAnswer),
      cookies: answer.cookies.map(ofAnswer.text),
      body: mapStrings(answer.body, ofAnswer.text, ofAnswer.name),
    },
  }
}

function changeTexts(texts: Readonly<Record<string, string>>, change: Change): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, changeJson(value, change)]))
}

// A header that is JSON holds its texts escaped.
function changeJson(text: string, change: Change): string {
  const value: JsonValue | undefined = parseJson(text)
  if (!isJsonObject(value)) return change.text(text)
  const changed: JsonValue = mapStrings(value, change.text, change.name)
  const json = JSON.stringify(changed)
  const isEscaped = /\\\//.test(text)
  return isEscaped ? json.replaceAll("/", "\\/") : json
}

function checkGone(transcript: Transcript, hidden: readonly string[]): void {
  const text = JSON.stringify(transcript)
  const left = hidden.find((secret) => secret.length >= TELLING_LENGTH && text.includes(secret))
  if (left === undefined) return
  throw new SecretLeftError(transcript.name, left.length)
}
