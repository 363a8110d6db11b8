import { endpointsOf } from "../profiles/routes-of.ts"
import { BASE_PATH } from "../server/path.ts"
import { loadEndpoints } from "../services/services.ts"
import type { ControlRoutes } from "./control.ts"

/** The OpenAPI document of all that is implemented. */
export const openApiRoutes: ControlRoutes = (app, { profile }) => {
  app.get("/openapi.json", async (context) => {
    const { openApiDocument } = await import("../openapi/document.ts")
    const [endpoints] = await Promise.all([loadEndpoints(), profile.load()])
    const { version: appwrite, rules } = profile
    const endpoint = new URL(context.req.url).origin + BASE_PATH
    return context.json(
      openApiDocument(endpointsOf(profile, endpoints), { appwrite, endpoint, omits: rules.omits }),
    )
  })
}
