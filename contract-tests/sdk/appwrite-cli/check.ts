import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Client, Users } from "node-appwrite-27"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../../src/emulator.ts"
import { installAppwriteCli } from "./installed.ts"

const newUsers = [
  { $id: "ada", email: "ada@example.com", phone: "", name: "Ada" },
  { $id: "alan", email: "", phone: "+14155550123", name: "Alan" },
  { $id: "grace", email: "grace@example.com", phone: "", name: "Grace" },
]

/** Checks that a list of users, in JSON, holds these and no others, in this order. */
function assertUsers(printed: string, expected: typeof newUsers): void {
  const { total, users }: { total: number; users: typeof newUsers } = JSON.parse(printed)
  const shown = users.map(({ $id, email, phone, name }) => ({ $id, email, phone, name }))
  assert.deepEqual({ total, shown }, { total: expected.length, shown: expected })
}

/** Has appwrite-cli list and find users that node-appwrite made. */
async function checkUsersList(script: string): Promise<void> {
  const { url, close } = await (await createEmulator()).listen()
  const home = mkdtempSync(join(tmpdir(), "appwrite-cli-"))
  const cli = async (...args: string[]) => {
    // It keeps the endpoint and the key at home, and the project in the folder that it is called from.
    const env = { ...process.env, HOME: home, USERPROFILE: home }
    return (await promisify(execFile)(process.execPath, [script, ...args], { cwd: home, env })).stdout
  }
  try {
    const endpoint = `${url}/v1`
    const client = new Client().setEndpoint(endpoint).setProject(DEFAULT_PROJECT).setKey(DEFAULT_API_KEY)
    const users = new Users(client)
    for (const { $id: userId, email, phone, name } of newUsers) {
      await users.create({ userId, ...(email && { email }), ...(phone && { phone }), name })
    }

    await cli("client", "--endpoint", endpoint, "--project-id", DEFAULT_PROJECT, "--key", DEFAULT_API_KEY)
    assertUsers(await cli("--json", "users", "list"), newUsers)
    assertUsers(await cli("--json", "users", "list", "--search", "Alan"), newUsers.slice(1, 2))
  } finally {
    rmSync(home, { recursive: true })
    await close()
  }
}

const script = installAppwriteCli()
if (script === undefined) {
  console.error("SKIPPED: the registry is out of reach, so nobody asked appwrite-cli for the users")
} else {
  await checkUsersList(script)
  console.log("appwrite-cli lists the users")
}
