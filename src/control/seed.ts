import { SeedError } from "../seed/seed-error.ts"
import type { ControlRoutes } from "./control.ts"
import { readObject } from "./read-body.ts"

/** Lets a project start anew from a seed; one that is not there is made. */
export const seedRoutes: ControlRoutes = (app, { emulator, projects }) => {
  app.put("/projects/:projectId/seed", async (context) => {
    const seed = readObject(await context.req.text())
    const id = context.req.param("projectId")
    const isNew = projects.get(id) === undefined
    const project = emulator.project(id)
    const unseeded = projects.get(id)
    try {
      return context.json(await project.seed(seed, { isStart: true }))
    } catch (error) {
      // Another request may have seeded it in the meantime.
      if (isNew && projects.get(id) === unseeded) project.delete()
      if (!(error instanceof SeedError)) throw error
      return context.json({ error: error.message, problems: error.problems }, 400)
    }
  })
}
