import { answerName, NO_ROUTE } from "../../evidence/evidence-table.ts"
import type { Profile } from "../../profiles/profile.ts"
import type { Reason } from "../../profiles/reason.ts"
import { readAnswer } from "../answer.ts"
import { declaredEndpoints } from "../coverage/declared-endpoints.ts"
import { routeFinder, routeName } from "../coverage/route-of.ts"
import { emulatorTarget } from "../emulator-target.ts"
import type { JsonValue } from "../json-value.ts"
import { replay } from "../replay.ts"
import type { Answer, Transcript } from "../transcript.ts"
import { reasonFor } from "./reason-for.ts"

/** Something that another version answers differently. */
export interface Change {
  /** As it is declared now: `PATCH /users/:userId/email`. */
  readonly route: string
  /** Where in the answer; places in lists are all one: `body.users[].hashOptions`. */
  readonly at: string
  /** Status of the answers, for errors with their type. */
  readonly answers: { readonly before: string; readonly after: string }
  /** What stood there at the first time; `undefined`: nothing. */
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
  /** In how many calls. */
  readonly calls: number
  /** The first of them, from 0. */
  readonly step: number
  readonly reason: Reason | undefined
}

/** Says nothing of an upgrade: every error names the version of its server. */
const VERSION = "body.version"

/** Says something to pages only, whose requests name their origin. */
const ALLOWED_ORIGIN = "headers.access-control-allow-origin"

/**
 * What another version would answer differently to the calls of a transcript.
 * @param to the other version.
 * @param reasons why it would.
 */
export async function changesOf(
  transcript: Transcript,
  to: Profile,
  reasons: readonly Reason[],
): Promise<readonly Change[]> {
  const routeOf = routeFinder(await declaredEndpoints())
  const target = await emulatorTarget(transcript, "fast", { appwrite: to.name })
  const answers: Answer[] = []
  const steps = await replay(transcript, {
    ...target,
    async fetch(request) {
      const response = await target.fetch(request)
      answers.push(await readAnswer(response.clone()))
      return response
    },
  })
  const changes = new Map<string, Change>()
  for (const { method, path, index, differences } of steps) {
    const route = routeOf(method, path)
    const step = transcript.steps[index]
    const is = answers[index]
    if (step === undefined || is === undefined) continue
    const isOfPage = step.headers.origin !== undefined
    const about = {
      route: route === undefined ? NO_ROUTE : routeName(route),
      answers: { before: nameOf(step.answer), after: nameOf(is) },
    }
    // A call counts once for each place, however often that is in its answer.
    const noted = new Set<string>()
    for (const { path: place, recorded, given } of differences) {
      const at = place.replace(/\[\d+\]/g, "[]")
      if (at === VERSION || (at === ALLOWED_ORIGIN && !isOfPage)) continue
      const key = JSON.stringify([about, at])
      const known = changes.get(key) ?? {
        ...about,
        at,
        before: recorded,
        after: given,
        calls: 0,
        step: index,
        reason: reasonFor(reasons, { ...about, at }),
      }
      changes.set(key, { ...known, calls: known.calls + (noted.has(key) ? 0 : 1) })
      noted.add(key)
    }
  }
  return [...changes.values()]
}

function nameOf({ status, body }: Answer): string {
  return answerName(status, body)
}
