import { readAnswer } from "./answer.ts"
import { checkLikeVersions, type VersionOptions, versionOfServer } from "./like-versions.ts"
import { askerOf } from "./real-project/ask.ts"
import { cleanUp } from "./real-project/clean-up.ts"
import { takeInventory } from "./real-project/inventory.ts"
import { type Patience, patiently } from "./real-project/patience.ts"
import { withoutSurroundings } from "./real-project/without-surroundings.ts"
import { NotEmptyError } from "./record/record-error.ts"
import { type ComparedStep, replay, type Target } from "./replay.ts"
import { type Answer, type Step, type Transcript, versionOf } from "./transcript.ts"

/** How to replay on a server that lives longer than the replay. */
export interface ServerReplayOptions extends Patience, VersionOptions {
  /** Whether users and teams that are there already are no reason to refuse. Lists of them will differ. */
  readonly allowNonEmpty?: boolean
}

/**
 * Replays a recording in a project of a real server, and deletes what that made, also after a failure.
 * @throws NotEmptyError; CannotCompare when the server is of another version.
 */
export async function replayOnServer(
  transcript: Transcript,
  target: Target,
  { allowNonEmpty = false, anyVersion = false, signal, ...patience }: ServerReplayOptions = {},
): Promise<readonly ComparedStep[]> {
  const ask = askerOf(target, patience)
  checkLikeVersions(versionOf(transcript), await versionOfServer(ask), { anyVersion })
  const before = await takeInventory(ask)
  if (!allowNonEmpty && before.users + before.teams > 0) throw new NotEmptyError(before)
  const steps: Step[] = []
  const watched: Target = {
    ...target,
    async fetch(request) {
      const step = transcript.steps[steps.length]
      const send = () => target.fetch(request.clone())
      const answer = await readAnswer(
        await patiently(send, Date.now, { ...patience, ...(signal && { signal }) }),
      )
      if (step !== undefined) {
        steps.push({ ...step, path: new URL(request.url).href.slice(target.baseUrl.length), answer })
      }
      return responseOf(withoutSurroundings(answer))
    },
  }
  try {
    return await replay(transcript, watched)
  } finally {
    // The names are the recording's, so that only what answers have told is known to be ours.
    await cleanUp(ask, { before, steps, prefix: undefined })
  }
}

function responseOf({ status, headers, cookies, body }: Answer): Response {
  const lines = new Headers(headers)
  for (const cookie of cookies) lines.append("set-cookie", cookie)
  const text = isText(body) ? body.$text : JSON.stringify(body)
  return new Response(body === null ? null : new TextEncoder().encode(text), { status, headers: lines })
}

function isText(body: Answer["body"]): body is { readonly $text: string } {
  return typeof body === "object" && body !== null && "$text" in body && typeof body.$text === "string"
}
