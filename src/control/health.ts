import type { ControlRoutes } from "./control.ts"

/** Whether the emulator runs. */
export const healthRoutes: ControlRoutes = (app, { emulator, appwrite }) => {
  app.get("/health", (context) =>
    context.json({ status: "pass", appwrite, projects: emulator.projectIds().length }),
  )
}
