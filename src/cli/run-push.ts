import { versionOfServer } from "../contract/like-versions.ts"
import type { Ask } from "../contract/real-project/ask.ts"
import { counted } from "../counted.ts"
import { appwrite19, profileOfVersion } from "../profiles/profiles.ts"
import { readSeed } from "../seed/read-seed.ts"
import { readSeedFile } from "../seed/read-seed-file.ts"
import type { Seed } from "../seed/seed-shape.ts"
import { describePlan } from "../transfer/describe-push.ts"
import { type Pushed, planPush, push } from "../transfer/push.ts"
import { showProgress, tell } from "./contract-run.ts"
import type { PushOptions } from "./push.ts"
import { transferRun } from "./transfer-run.ts"
import { visible, visibleLines } from "./visible.ts"

/** Runs `push` and sets the exit code of the process. */
export async function runPush(file: string, options: PushOptions): Promise<void> {
  await transferRun(
    options,
    async (ask) => {
      const seed = await checkedSeed(file, ask, options.project)
      const plan = await planPush(ask, seed)
      process.stdout.write(`${visibleLines(describePlan(plan, seed))}\n`)
      if (!options.yes) {
        tell("Nothing was done: that takes --yes.")
        return 0
      }
      const total = plan.steps.length
      const pushed = await push(ask, plan, (users) => showProgress(`${users} of ${total} users`))
      showProgress("")
      return report(pushed)
    },
    "Users that are there by now will be skipped next time.",
  )
}

/**
 * A seed, checked by the rules of the version that the project's server names; those of 1.9 if it has no profile here.
 * @throws SeedError for a seed that no project there would take.
 */
async function checkedSeed(file: string, ask: Ask, projectId: string): Promise<Seed> {
  const seed = await readSeedFile(file)
  const profile = profileOfVersion(await versionOfServer(ask)) ?? appwrite19
  await profile.load()
  const { settings, rules } = profile
  await readSeed(seed, { projectId, settings, rules, now: Date.now(), source: file })
  return seed
}

function report({ created, skipped, refused }: Pushed): number {
  for (const { what, why } of refused) tell(visible(`Refused: ${what}: ${why}`))
  process.stdout.write(
    `${counted(created, "user")} created, ${skipped} skipped; ${counted(refused.length, "request")} refused.\n`,
  )
  return refused.length === 0 ? 0 : 1
}
