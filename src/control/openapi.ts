import { endpointsOf } from "../profiles/routes-of.ts"
import { BASE_PATH } from "../server/path.ts"
import { loadEndpoints } from "../services/services.ts"
import { type ControlRoutes, knownProject } from "./control.ts"

/** The OpenAPI document of all that is implemented: of a project's version, or of the emulator's if none is named. */
export const openApiRoutes: ControlRoutes = (app, control) => {
  app.get("/openapi.json", async (context) => {
    const id = context.req.query("project")
    const { profile } = id === undefined ? control : knownProject(control, id)
    const { openApiDocument } = await import("../openapi/document.ts")
    const [endpoints] = await Promise.all([loadEndpoints(), profile.load()])
    const { version: appwrite, rules } = profile
    const endpoint = new URL(context.req.url).origin + BASE_PATH
    return context.json(
      openApiDocument(endpointsOf(profile, endpoints), { appwrite, endpoint, omits: rules.omits }),
    )
  })
}
