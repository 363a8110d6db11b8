import { isJsonObject } from "../json-value.ts"
import { askerOf } from "../real-project/ask.ts"
import { cleanUp } from "../real-project/clean-up.ts"
import { listIn, takeInventory } from "../real-project/inventory.ts"
import { madeThings } from "../real-project/made-things.ts"
import type { Patience } from "../real-project/patience.ts"
import { withoutSurroundings } from "../real-project/without-surroundings.ts"
import type { Target } from "../replay.ts"
import type { Scenario } from "../scenario.ts"
import type { Step, Transcript } from "../transcript.ts"
import { NotEmptyError, UnfitRecordingError } from "./record-error.ts"
import { redact } from "./redact.ts"
import { recordingStage } from "./stage.ts"

/** How to record. */
export interface RecordOptions extends Patience {
  /** What the IDs of all that is made begin with, followed by a hyphen; by default `contract`. */
  readonly prefix?: string
  /** Whether users and teams that are there already are no reason to refuse. They are not touched. */
  readonly allowNonEmpty?: boolean
  /** Milliseconds since the epoch; by default the system's clock. */
  readonly now?: () => number
}

/** What came of a scenario. */
export interface Recorded {
  readonly transcript: Transcript
  /** What it made and could not delete, as text for a person. */
  readonly leftBehind: readonly string[]
}

/** What own IDs begin with if nobody says otherwise. */
const DEFAULT_PREFIX = "contract"

/**
 * Plays a scenario on a server and records it, without the project's secrets. Whatever happens, an interruption included,
 * what the scenario made is deleted before this returns or throws.
 *
 * @throws NotEmptyError when the project has users or teams; UnfitRecordingError when the recording holds what must not
 * be kept; the scenario's own errors.
 */
export async function recordScenario(
  scenario: Scenario,
  target: Target,
  options: RecordOptions = {},
): Promise<Recorded> {
  const { prefix = DEFAULT_PREFIX, allowNonEmpty = false, now = Date.now, signal, ...patience } = options
  // Without the signal, since an interrupted run still has to clean up.
  const ask = askerOf(target, patience)
  const before = await takeInventory(ask)
  if (!allowNonEmpty && before.users + before.teams > 0) throw new NotEmptyError(before)
  const version = await ask("GET", "/health/version")
  const number = isJsonObject(version.body) ? version.body.version : "of an unknown version"
  const { stage, steps } = recordingStage(scenario, {
    target,
    prefix,
    now,
    ...patience,
    ...(signal && { signal }),
  })
  let leftBehind: readonly string[] = []
  try {
    await scenario.run(stage)
  } finally {
    leftBehind = await cleanUp(ask, { before, steps, prefix })
  }
  checkForeign(steps, prefix)
  const { name, area } = scenario
  const { project, key, baseUrl } = target
  const seen = steps.map((step) => ({ ...step, answer: withoutSurroundings(step.answer) }))
  const transcript = { name, area, server: `Appwrite ${number}`, project, key, steps: seen }
  return { transcript: redact(transcript, new URL(baseUrl).hostname), leftBehind }
}

// Other people's data has no place in a recording, and could not be replayed either.
function checkForeign(steps: readonly Step[], prefix: string): void {
  const own = new Set(madeThings(steps).map(({ path }) => path))
  for (const [index, { method, path, answer }] of steps.entries()) {
    for (const member of ["users", "teams"] as const) {
      const foreign = listIn(answer, member).find(
        ({ $id }) =>
          typeof $id === "string" && !$id.startsWith(`${prefix}-`) && !own.has(`/${member}/${$id}`),
      )
      if (foreign !== undefined)
        throw new UnfitRecordingError(`step ${index}, ${method} ${path}, lists ${member}`)
    }
  }
}
