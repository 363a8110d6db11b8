import { Hono } from "hono/tiny"
import { outboxOf } from "../project/outbox.ts"
import { CONSOLE, isProjectId } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import { ControlError } from "./control-error.ts"
import { CONTROL_PATH } from "./control-path.ts"
import { checkDoor } from "./door.ts"
import { readKeys } from "./keys.ts"
import { isOwnHost, type ListeningAt } from "./own-host.ts"

/** What the control routes work on. */
export interface Control {
  readonly projects: Projects
  /** Version of Appwrite that is emulated. */
  readonly appwrite: string
  /** `undefined` as long as there is no port. */
  readonly listeningAt: ListeningAt | undefined
}

/** The emulator's own door: it makes, lists and empties projects, and shows what they would have sent. */
export function controlApp({ projects, appwrite, listeningAt }: Control) {
  const app = new Hono().basePath(CONTROL_PATH)
  app.use(async (context, next) => {
    checkDoor(context.req.raw.headers, (host) => isOwnHost(host, listeningAt))
    await next()
  })
  app.onError((error, context) => {
    if (!(error instanceof ControlError)) throw error
    return context.json({ error: error.message }, error.status)
  })
  app.notFound(({ req }) => {
    throw new ControlError(404, `There is no ${req.method} ${req.path}.`)
  })

  app.get("/health", (context) =>
    context.json({ status: "pass", appwrite, projects: shown(projects).length }),
  )
  app.get("/projects", (context) =>
    context.json({
      projects: shown(projects).map(({ id, name, database, keys }) => ({
        id,
        name,
        users: database.users.size,
        keys: [...keys.values()].map(({ secret, scopes }) => ({
          secret,
          scopes: scopes === "all" ? scopes : [...scopes],
        })),
      })),
    }),
  )
  app.put("/projects/:projectId", async (context) => {
    const id = context.req.param("projectId")
    if (!isProjectId(id) || id === CONSOLE) {
      throw new ControlError(400, `"${id}" can't be the ID of a project: use 1 to 36 of A-Z a-z 0-9 . - _`)
    }
    const keys = readKeys(await context.req.text())
    const isNew = projects.get(id) === undefined
    projects.create(id, keys)
    return context.json({ id }, isNew ? 201 : 200)
  })
  app.delete("/projects/:projectId", (context) => {
    const id = context.req.param("projectId")
    if (id === CONSOLE || !projects.delete(id)) throw new ControlError(404, `There is no project "${id}".`)
    return context.body(null, 204)
  })
  app.get("/outbox", (context) => {
    const id = context.req.query("project")
    const asked = shown(projects).filter((project) => id === undefined || project.id === id)
    if (id !== undefined && asked.length === 0) throw new ControlError(404, `There is no project "${id}".`)
    return context.json({ messages: asked.flatMap(outboxOf) })
  })
  app.post("/reset", (context) => {
    projects.reset()
    return context.body(null, 204)
  })
  return app
}

/** The server's own project is nobody's. */
function shown(projects: Projects) {
  return projects.list().filter(({ id }) => id !== CONSOLE)
}
