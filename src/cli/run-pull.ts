import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { counted } from "../counted.ts"
import { type Pulled, type PullRequest, pullToFile, pullToStream } from "../transfer/pull-to-file.ts"
import { showProgress, tell } from "./contract-run.ts"
import type { PullOptions } from "./pull.ts"
import { transferRun } from "./transfer-run.ts"

/** Runs `pull` and sets the exit code of the process. */
export async function runPull(options: PullOptions): Promise<void> {
  const { endpoint, project, out, anonymise, salt, keepPrefs = false } = options
  const request: PullRequest = {
    endpoint,
    project,
    ...(anonymise && { anonymise: { salt, keepsPrefs: keepPrefs } }),
    newSalt: () => randomBytes(16).toString("hex"),
    onProgress: (users) => showProgress(`${users} users so far`),
  }
  await transferRun(
    options,
    async (ask) => {
      const pulled =
        out === undefined ? await pullToStream(ask, request, print) : await pullToFile(ask, out, request)
      showProgress("")
      report(pulled, out)
      return 0
    },
    out === undefined
      ? "What was printed is no whole seed. With --out a pull can go on where it was."
      : "The same command goes on from here.",
  )
}

function report({ users, teams, missing }: Pulled, out: string | undefined): void {
  tell(`${counted(users, "user")} and ${counted(teams, "team")}${out === undefined ? "" : ` are in ${out}`}.`)
  for (const line of missing) tell(line)
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain")
}
