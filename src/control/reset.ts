import type { ControlRoutes } from "./control.ts"

/** Takes the whole emulator back to its start. */
export const resetRoutes: ControlRoutes = (app, { emulator }) => {
  app.post("/reset", (context) => {
    emulator.reset()
    return context.body(null, 204)
  })
}
