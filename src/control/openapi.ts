import { BASE_PATH } from "../server/path.ts"
import { loadEndpoints } from "../services/services.ts"
import type { ControlRoutes } from "./control.ts"

/** The OpenAPI document of all that is implemented. */
export const openApiRoutes: ControlRoutes = (app, { appwrite }) => {
  app.get("/openapi.json", async (context) => {
    const { openApiDocument } = await import("../openapi/document.ts")
    const { origin } = new URL(context.req.url)
    return context.json(openApiDocument(await loadEndpoints(), { appwrite, endpoint: origin + BASE_PATH }))
  })
}
