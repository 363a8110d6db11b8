import { join } from "node:path"
import { sendChecked } from "../load.ts"
import { type Calls, type Operation, PASSWORD } from "../operations.ts"
import type { Opponent } from "../opponents.ts"
import { type Call, type Method, seededEmail, seededName } from "../stage.ts"
import { installPeer, nodeForPeers } from "./install.ts"
import { peerOpponent } from "./peer-opponent.ts"
import { startPeer } from "./peer-process.ts"

const headers = { authorization: "Bearer sk_test_bench" }

const callOf = (method: Method, path: string, body?: object): Call => ({
  method,
  path: `/v1/users${path}`,
  headers,
  body: body === undefined ? "" : JSON.stringify(body),
})

const newUser = (email: string, name: string, password?: string): Call =>
  callOf("POST", "", {
    email_address: [email],
    first_name: name,
    ...(password !== undefined && { password }),
  })

const seedUser: Calls = {
  status: 200,
  call: (_, index) => newUser(seededEmail(index), seededName(index), PASSWORD),
}

/** Clerk's API by the package `emulate`. It gives users IDs of its own, so that none can be deleted by number. */
const operationsFor = (ids: readonly string[]): readonly Operation[] => {
  const id = (index: number) => ids[index % ids.length] ?? ""
  const operation = (name: string, call: (index: number) => Call): Operation => ({
    name,
    status: 200,
    call: (_, index) => call(index),
  })
  return [
    operation("get", (index) => callOf("GET", `/${id(index)}`)),
    operation("list 25", () => callOf("GET", "?limit=25")),
    operation("list by email", (index) => callOf("GET", `?email_address=${seededEmail(index % ids.length)}`)),
    operation("search", (index) => callOf("GET", `?query=${seededEmail(index % ids.length)}`)),
    operation("update name", (index) => callOf("PATCH", `/${id(index)}`, { first_name: `Renamed ${index}` })),
    operation("update prefs", (index) =>
      callOf("PATCH", `/${id(index)}/metadata`, { private_metadata: { theme: "dark", visits: index } }),
    ),
    // The nearest to a login that keys can do.
    operation("login", (index) => callOf("POST", `/${id(index)}/verify_password`, { password: PASSWORD })),
    operation("create", (index) => newUser(`created-${index}@example.test`, `New created ${index}`)),
    operation("create with password", (index) =>
      newUser(`secured-${index}@example.test`, `New secured ${index}`, PASSWORD),
    ),
  ]
}

/** Installs `emulate` and starts its Clerk service. */
export async function startClerk(users: number): Promise<Opponent> {
  const { folder, version } = installPeer("emulate", "0.12.2")
  const node = nodeForPeers()
  const program = join(folder, "dist", "index.js")
  const server = await startPeer({
    command: (port) => [node, program, "start", "--service", "clerk", "--port", String(port)],
    path: "/v1/users?limit=1",
  })
  return peerOpponent(`emulate ${version}`, server, users, async (connection) => {
    const ids: string[] = []
    const stage = { projectId: "", apiKey: "", session: "", users }
    for (let index = 0; index < users; index += 1) {
      const { body } = await sendChecked(connection, seedUser, stage, index)
      const { id }: { id: string } = JSON.parse(body.toString())
      ids.push(id)
    }
    return operationsFor(ids)
  })
}
