import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Connection } from "../connection.ts"
import { sendChecked } from "../load.ts"
import { type Calls, type Operation, PASSWORD } from "../operations.ts"
import type { Opponent } from "../opponents.ts"
import { type Call, seededEmail, seededName } from "../stage.ts"
import { installPeer } from "./install.ts"
import { peerOpponent } from "./peer-opponent.ts"
import { startPeer } from "./peer-process.ts"

const NO_STAGE = { projectId: "", apiKey: "", session: "", users: 0 }

const action = (name: string, body: object): Call => ({
  method: "POST",
  path: "/",
  headers: {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `AWSCognitoIdentityProviderService.${name}`,
  },
  body: JSON.stringify(body),
})

/** Calls once. @returns the answer's body. */
async function ask(connection: Connection, name: string, body: object) {
  const calls: Calls = { status: 200, call: () => action(name, body) }
  return JSON.parse((await sendChecked(connection, calls, NO_STAGE, 0)).body.toString())
}

function operationsFor(UserPoolId: string, ClientId: string, AccessToken: string, users: number) {
  const operation = (
    name: string,
    call: (index: number) => Call,
    before?: (index: number) => Call,
  ): Operation => ({
    name,
    status: 200,
    call: (_, index) => call(index),
    ...(before !== undefined && {
      before: { status: 200, call: (_: unknown, index: number) => before(index) },
    }),
  })
  const Username = (index: number) => seededEmail(index % users)
  const newUser = (kind: string, index: number) =>
    action("AdminCreateUser", userOf(UserPoolId, `${kind}-${index}@example.test`, `New ${kind} ${index}`))
  return [
    operation("get", (index) => action("AdminGetUser", { UserPoolId, Username: Username(index) })),
    operation("get account", () => action("GetUser", { AccessToken })),
    operation("list 25", () => action("ListUsers", { UserPoolId, Limit: 25 })),
    operation("list by email", (index) =>
      action("ListUsers", { UserPoolId, Filter: `email = "${Username(index)}"` }),
    ),
    operation("update name", (index) =>
      action("AdminUpdateUserAttributes", {
        UserPoolId,
        Username: Username(index),
        UserAttributes: [{ Name: "name", Value: `Renamed ${index}` }],
      }),
    ),
    operation("login", (index) => login(UserPoolId, ClientId, Username(index))),
    operation("create", (index) => newUser("created", index)),
    operation(
      "delete",
      (index) => action("AdminDeleteUser", { UserPoolId, Username: `doomed-${index}@example.test` }),
      (index) => newUser("doomed", index),
    ),
  ]
}

const userOf = (UserPoolId: string, email: string, name: string) => ({
  UserPoolId,
  Username: email,
  MessageAction: "SUPPRESS",
  UserAttributes: [
    { Name: "email", Value: email },
    { Name: "name", Value: name },
  ],
})

const login = (UserPoolId: string, ClientId: string, USERNAME: string): Call =>
  action("AdminInitiateAuth", {
    UserPoolId,
    ClientId,
    AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME, PASSWORD },
  })

/** Installs `cognito-local` and starts it in a folder of its own, since it keeps everything in files. */
export async function startCognito(users: number): Promise<Opponent> {
  const { folder, version } = installPeer("cognito-local", "5.3.0")
  const data = mkdtempSync(join(tmpdir(), "bench-cognito-"))
  const server = await startPeer({
    command: () => [process.execPath, join(folder, "lib", "bin", "start.js")],
    env: (port) => ({ PORT: String(port) }),
    folder: data,
    path: "/health",
  })
  async function stop(): Promise<void> {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return peerOpponent(`cognito-local ${version}`, { ...server, stop }, users, async (connection) => {
    const { UserPool } = await ask(connection, "CreateUserPool", { PoolName: "bench" })
    const UserPoolId: string = UserPool.Id
    const { UserPoolClient } = await ask(connection, "CreateUserPoolClient", {
      UserPoolId,
      ClientName: "bench",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
    })
    const ClientId: string = UserPoolClient.ClientId
    for (let index = 0; index < users; index += 1) {
      const Username = seededEmail(index)
      await ask(connection, "AdminCreateUser", userOf(UserPoolId, Username, seededName(index)))
      await ask(connection, "AdminSetUserPassword", {
        UserPoolId,
        Username,
        Password: PASSWORD,
        Permanent: true,
      })
    }
    const calls: Calls = { status: 200, call: () => login(UserPoolId, ClientId, seededEmail(0)) }
    const { body } = await sendChecked(connection, calls, NO_STAGE, 0)
    const { AuthenticationResult } = JSON.parse(body.toString())
    return operationsFor(UserPoolId, ClientId, AuthenticationResult.AccessToken, users)
  })
}
