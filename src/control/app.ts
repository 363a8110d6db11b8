import { Hono } from "hono/tiny"
import { EmulatorError } from "../emulator-error.ts"
import { clockRoutes } from "./clock.ts"
import type { Control, ControlRoutes } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { CONTROL_PATH } from "./control-path.ts"
import { dataRoutes } from "./data.ts"
import { checkDoor } from "./door.ts"
import { faultRoutes } from "./faults.ts"
import { healthRoutes } from "./health.ts"
import { logRoutes } from "./log.ts"
import { openApiRoutes } from "./openapi.ts"
import { outboxRoutes } from "./outbox.ts"
import { isOwnHost } from "./own-host.ts"
import { projectRoutes } from "./projects.ts"
import { rateLimitRoutes } from "./rate-limits.ts"
import { resetRoutes } from "./reset.ts"
import { seedRoutes } from "./seed.ts"
import { snapshotRoutes } from "./snapshots.ts"
import { userRoutes } from "./users.ts"
import { webhookRoutes } from "./webhooks.ts"

const ROUTES: readonly ControlRoutes[] = [
  healthRoutes,
  projectRoutes,
  userRoutes,
  outboxRoutes,
  clockRoutes,
  snapshotRoutes,
  webhookRoutes,
  faultRoutes,
  rateLimitRoutes,
  dataRoutes,
  resetRoutes,
  openApiRoutes,
  logRoutes,
  seedRoutes,
]

/** The emulator's own door: all that its handle does in process, for other processes. */
export function controlApp(control: Control) {
  const app = new Hono().basePath(CONTROL_PATH)
  app.use(async (context, next) => {
    checkDoor(context.req.raw.headers, (host) => isOwnHost(host, control.listeningAt()))
    await next()
  })
  app.onError((error, context) => {
    if (error instanceof ControlError) return context.json({ error: error.message }, error.status)
    if (error instanceof EmulatorError) return context.json({ error: error.message, code: error.code }, 400)
    throw error
  })
  app.notFound(({ req }) => {
    throw new ControlError(404, `There is no ${req.method} ${req.path}.`)
  })
  for (const add of ROUTES) add(app, control)
  return app
}
