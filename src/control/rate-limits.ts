import { type Control, type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

/** Switches rate limits, of all projects or of the one in the query, and lets them count from zero. */
export const rateLimitRoutes: ControlRoutes = (app, control) => {
  const { projectIds, rateLimits } = control.emulator
  app.get("/rate-limits", (context) =>
    context.json({
      projects: projectIds().map((id) => ({ id, enabled: rateLimits.isEnabled(id) })),
    }),
  )
  app.put("/rate-limits", async (context) => {
    const enabled = readEnabled(await context.req.text())
    const project = namedProject(control, context.req.query("project"))
    if (enabled) rateLimits.enable(project)
    else rateLimits.disable(project)
    return context.body(null, 204)
  })
  app.delete("/rate-limits/counts", (context) => {
    rateLimits.clear(namedProject(control, context.req.query("project")))
    return context.body(null, 204)
  })
}

/** @throws ControlError 404 */
function namedProject(control: Control, id: string | undefined): string | undefined {
  return id === undefined ? undefined : knownProject(control, id).id
}

/** @throws ControlError 400 */
function readEnabled(body: string): boolean {
  const { enabled, ...others } = readObject(body)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new ControlError(400, `${unknown}: expected enabled.`)
  if (typeof enabled !== "boolean") throw new ControlError(400, "enabled: expected true or false.")
  return enabled
}
