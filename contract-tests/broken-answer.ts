import { isJsonObject, type JsonValue } from "../src/contract/json-value.ts"
import { replay } from "../src/contract/replay.ts"
import type { Answer } from "../src/contract/transcript.ts"
import { valueAt, type Way, withValueAt } from "./mutation.ts"
import { readRecording } from "./recordings.ts"
import { renewedServer } from "./renewed-server.ts"

/** Breaks an answer, given the ones before it in this run. */
export type Break = (answer: Answer, earlier: readonly Answer[]) => Answer

/**
 * Replays a recording, up to one of its steps, against a server that breaks the answer of that step.
 *
 * @param file a recording's file below `1.9.6`, without its extension.
 * @returns where the broken answer differs.
 * @throws Error when nothing was broken, or when an earlier answer differs.
 */
export async function pathsOfDifference(
  file: string,
  step: number,
  spoil: Break,
): Promise<readonly string[]> {
  const whole = readRecording(`1.9.6/${file}.json`)
  const transcript = { ...whole, steps: whole.steps.slice(0, step + 1) }
  const earlier: Answer[] = []
  const { target, now } = renewedServer(transcript, (answer, _, index) => {
    if (index < step) {
      earlier.push(answer)
      return answer
    }
    const broken = spoil(answer, earlier)
    if (JSON.stringify(broken) === JSON.stringify(answer)) throw new Error("nothing was broken")
    return broken
  })
  const steps = await replay(transcript, target, now)
  const before = steps.slice(0, step).flatMap(({ differences }) => differences)
  if (before.length > 0) throw new Error("an answer before the broken one differs")
  return steps[step]?.differences.map(({ path }) => path) ?? []
}

/** Breaks a value of the body. */
export function inBody(way: Way, change: (value: JsonValue) => JsonValue): Break {
  return (answer) => {
    const value = valueAt(answer.body, way)
    if (value === undefined) throw new Error(`the answer has no ${way.join(".")}`)
    return { ...answer, body: withValueAt(answer.body, way, change(value)) }
  }
}

/** Breaks a text of the body. */
export function inText(way: Way, change: (text: string) => string): Break {
  return inBody(way, (value) => change(String(value)))
}

/** Breaks the first value of a header. */
export function inHeader(name: string, change: (text: string) => string | undefined): Break {
  return (answer) => {
    const { [name]: old = "", ...others } = answer.headers
    const fresh = change(old)
    return { ...answer, headers: fresh === undefined ? others : { ...others, [name]: fresh } }
  }
}

/** Breaks the cookies. */
export function inCookies(change: (lines: readonly string[]) => readonly string[]): Break {
  return (answer) => ({ ...answer, cookies: change(answer.cookies) })
}

/** A date so many milliseconds later, in its own form. */
export function later(ms: number): (date: string) => string {
  return (date) => {
    const moved = new Date(Date.parse(`${date.slice(0, 23).replace(" ", "T")}Z`) + ms).toISOString()
    return moved.slice(0, 23).replace("T", date[10] ?? "T") + date.slice(23)
  }
}

/** JSON in base64 with some members replaced. */
export function withMembers(members: Readonly<Record<string, JsonValue>>, encoding: "base64" | "base64url") {
  return (text: string): string => {
    const value: JsonValue = JSON.parse(Buffer.from(text, "base64").toString())
    const fresh = { ...(isJsonObject(value) ? value : {}), ...members }
    return Buffer.from(JSON.stringify(fresh)).toString(encoding)
  }
}

/** Puts a value of an earlier answer in the place of one of this answer. */
export function copy(from: Way, step: number, to: Way): Break {
  return (answer, earlier) => {
    const value = valueAt(earlier[step]?.body ?? null, from)
    if (value === undefined) throw new Error("nothing to copy")
    return inBody(to, () => value)(answer, earlier)
  }
}
