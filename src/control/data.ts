import { exported } from "../handle/emulator-data.ts"
import type { ControlRoutes } from "./control.ts"

/** Exports all projects, or one, and imports what was exported. */
export const dataRoutes: ControlRoutes = (app, { emulator, projects }) => {
  app.get("/data", async (context) => {
    const states = exported(projects, { project: context.req.query("project") })
    const [{ writeData }, { MEDIA_TYPE }] = await Promise.all([
      import("../data/write-data.ts"),
      import("../data/format.ts"),
    ])
    const text = ReadableStream.from(writeData(states)).pipeThrough(new TextEncoderStream())
    return context.body(text, 200, { "content-type": MEDIA_TYPE })
  })
  app.put("/data", async (context) => {
    const body = context.req.raw.body ?? new ReadableStream({ start: (empty) => empty.close() })
    return context.json({ projects: await emulator.import(body) })
  })
}
