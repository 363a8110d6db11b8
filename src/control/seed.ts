import { SeedError } from "../seed/seed-error.ts"
import type { ControlRoutes } from "./control.ts"
import { readObject } from "./read-body.ts"

/** Lets a project start anew from a seed; one that is not there is made. */
export const seedRoutes: ControlRoutes = (app, { emulator }) => {
  app.put("/projects/:projectId/seed", async (context) => {
    const seed = readObject(await context.req.text())
    try {
      const planted = await emulator.project(context.req.param("projectId")).seed(seed, { isStart: true })
      return context.json(planted)
    } catch (error) {
      if (!(error instanceof SeedError)) throw error
      return context.json({ error: error.message, problems: error.problems }, 400)
    }
  })
}
