import { endpoint } from "../../endpoint.ts"
import { project as projectModel } from "../../models/project.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { required } from "../../validators/parameter.ts"
import { exactWhiteList } from "../../validators/white-list.ts"
import { AUTH_METHOD_IDS, authMethodIds } from "./auth-method-ids.ts"
import { changeSettings } from "./change-settings.ts"
import { projectAnswer } from "./project-answer.ts"

/** Appwrite 1.9: PATCH /v1/project/auth-methods/:methodId. */
export const updateAuthMethod = endpoint({
  method: "PATCH",
  path: "/project/auth-methods/:methodId",
  scopes: ["project.write"],
  params: {
    methodId: required(exactWhiteList(AUTH_METHOD_IDS)),
    enabled: required(strictBoolean),
  },
  event: "authMethod.[methodId].update",
  model: projectModel,
  action: ({ project, params }) => {
    const { authMethods } = project.settings
    changeSettings(project, {
      authMethods: { ...authMethods, [authMethodIds[params.methodId]]: params.enabled },
    })
    return projectAnswer(project)
  },
})
