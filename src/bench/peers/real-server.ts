import { openConnectionTo } from "../connection.ts"
import { sendChecked } from "../load.ts"
import { type Calls, keyCall, operations } from "../operations.ts"
import { MOST_CONNECTIONS, type Opponent, seed } from "../opponents.ts"
import type { RealServerOptions } from "../options.ts"
import { EMAIL_DOMAIN, type Stage } from "../stage.ts"

const listUsers: Calls = {
  status: 200,
  call: (stage) => keyCall(stage, "GET", "/v1/users"),
}

interface Listed {
  readonly total: number
  readonly users: readonly { readonly $id: string; readonly email: string }[]
}

/**
 * An empty project on a real server, filled; when it stops, all users are deleted that it was given.
 * @throws if the project is not empty: nobody's users are to be touched.
 */
export async function connectRealServer(
  { endpoint, project, key }: RealServerOptions,
  users: number,
): Promise<Opponent> {
  const url = new URL(endpoint)
  const connect = (count: number) => Promise.all(Array.from({ length: count }, () => openConnectionTo(url)))
  const credentials = { projectId: project, apiKey: key }
  const callable = { connect, mostConnections: MOST_CONNECTIONS }
  const owner: Stage = { ...credentials, users: 0, session: "" }

  const list = () =>
    withConnection(url, async (line): Promise<Listed> => {
      const { body } = await sendChecked(line, listUsers, owner, 0)
      return JSON.parse(body.toString())
    })

  async function ownUsers() {
    const { users: listed } = await list()
    return listed.filter(({ email }) => email.endsWith(EMAIL_DOMAIN))
  }

  async function cleanUp(): Promise<void> {
    for (let own = await ownUsers(); own.length > 0; own = await ownUsers()) {
      await withConnection(url, async (line) => {
        for (const { $id } of own) await sendChecked(line, deletion($id), owner, 0)
      })
    }
  }

  const { total } = await list()
  if (total > 0) throw new Error(`Project ${project} has ${total} users: the benchmark needs an empty one`)
  const stage = await seed(callable, users, credentials).catch(async (error: unknown) => {
    await cleanUp()
    throw error
  })
  return {
    name: "real server",
    ...callable,
    stage,
    operations,
    // It limits how often clients may log in, and knows only what it was set up for.
    mayRefuse: true,
    footprint: undefined,
    stop: cleanUp,
  }
}

const deletion = (userId: string): Calls => ({
  status: 204,
  call: (stage) => keyCall(stage, "DELETE", `/v1/users/${userId}`),
})

async function withConnection<T>(
  url: URL,
  use: (line: Awaited<ReturnType<typeof openConnectionTo>>) => Promise<T>,
): Promise<T> {
  const line = await openConnectionTo(url)
  try {
    return await use(line)
  } finally {
    line.close()
  }
}
