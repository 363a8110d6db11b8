import type { ControlRoutes } from "./control.ts"

/** Whether the emulator runs. */
export const healthRoutes: ControlRoutes = (app, { emulator, profile }) => {
  app.get("/health", (context) =>
    context.json({ status: "pass", appwrite: profile.version, projects: emulator.projectIds().length }),
  )
}
