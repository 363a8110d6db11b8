import { shownProjects } from "../handle/project-maker.ts"
import { CONSOLE, isProjectId } from "../project/project-id.ts"
import { type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readKeys } from "./keys.ts"
import { readProfile } from "./read-profile.ts"

/** Makes, lists, empties and deletes projects. */
export const projectRoutes: ControlRoutes = (app, control) => {
  const { emulator, projects } = control
  app.get("/projects", (context) =>
    context.json({
      projects: shownProjects(projects).map(({ id, name, profile, database, keys }) => ({
        id,
        name,
        appwrite: profile.name,
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
    const body = await context.req.text()
    const keys = readKeys(body)
    const old = projects.get(id)
    const profile = readProfile(body) ?? old?.profile ?? control.profile
    projects.put({ id, name: id, profile, keys })
    return context.json({ id }, old === undefined ? 201 : 200)
  })
  app.delete("/projects/:projectId", (context) => {
    const { id } = knownProject(control, context.req.param("projectId"))
    projects.delete(id)
    return context.body(null, 204)
  })
  app.post("/projects/:projectId/reset", (context) => {
    const { id } = knownProject(control, context.req.param("projectId"))
    emulator.project(id).reset()
    return context.body(null, 204)
  })
}
