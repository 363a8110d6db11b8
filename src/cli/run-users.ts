import type { ShownUser } from "../control/users.ts"
import { counted } from "../counted.ts"
import { print, runAgainstEmulator } from "./run-against-emulator.ts"
import { projectsOf } from "./run-status.ts"
import { CannotAsk } from "./running-emulator.ts"
import { styleFor } from "./style.ts"
import { type Column, table } from "./table.ts"
import type { UsersOptions } from "./users.ts"

const COLUMNS: readonly Column<ShownUser>[] = [
  { title: "ID", cell: ({ $id }) => $id },
  { title: "EMAIL", cell: ({ email }) => email },
  { title: "PHONE", cell: ({ phone }) => phone },
  { title: "NAME", cell: ({ name }) => name },
  { title: "STATE", cell: stateText },
  { title: "LABELS", cell: ({ labels }) => labels.join(" ") },
  { title: "SESSIONS", cell: ({ sessions }) => (sessions === 0 ? "" : String(sessions)) },
  {
    title: "REGISTERED",
    cell: ({ registration }) => registration.slice(0, "2026-01-01T00:00".length).replace("T", " "),
  },
]

/** Runs `users` and sets the exit code of the process. */
export async function showUsers(options: UsersOptions): Promise<void> {
  await runAgainstEmulator(options, async (emulator) => {
    const project = options.project ?? (await projectsOf(emulator))[0]?.id
    if (project === undefined) throw new CannotAsk("The emulator has no projects, and so no users.")
    const query = { search: options.search, limit: String(options.limit) }
    const response = await emulator.ask(`projects/${project}/users`, query)
    const { total, users }: { total: number; users: readonly ShownUser[] } = JSON.parse(await response.text())
    if (options.json) return print(...users.map((user) => JSON.stringify(user)))
    const style = styleFor(process.stdout)
    if (users.length > 0) print(...table(users, COLUMNS, style, process.stdout.columns), "")
    const found = options.search === undefined ? "" : ` with ${JSON.stringify(options.search)}`
    const shown = users.length < total ? `; ${users.length} are shown, see --limit` : ""
    print(style.faint(`Project "${project}": ${counted(total, "user")}${found}${shown}`))
  })
}

/** What sets a user apart from one that has just signed up. */
function stateText({ status, emailVerification, phoneVerification, mfa }: ShownUser): string {
  return [
    ...(status ? [] : ["blocked"]),
    ...(emailVerification ? ["email verified"] : []),
    ...(phoneVerification ? ["phone verified"] : []),
    ...(mfa ? ["MFA"] : []),
  ].join(", ")
}
