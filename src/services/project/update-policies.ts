import { type Endpoint, endpoint } from "../../endpoint.ts"
import { policy } from "../../models/policy.ts"
import { project as projectModel } from "../../models/project.ts"
import type { Settings } from "../../project/settings.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { nullable, required } from "../../validators/parameter.ts"
import { changeSettings } from "./change-settings.ts"
import { type PolicyId, policyAnswer } from "./policy-answers.ts"
import { policyLimit, sessionDuration, strengthRules } from "./policy-parameters.ts"
import { projectAnswer } from "./project-answer.ts"
import { sentOf } from "./sent-of.ts"

/** Either lets a key change policies: the one is the older name of the other. */
const scopes = ["policies.write", "project.policies.write"] as const

/** Appwrite 1.9: the event of all of these routes. */
const event = "projects.[projectId].policies.[policy].update"

const pathOf = (id: PolicyId): string => `/project/policies/${id}`

/** Appwrite 1.9: a policy that is on or off. The answer of nearly all of these routes is the project. */
function updateSwitch(id: PolicyId, change: (enabled: boolean) => Partial<Settings>): Endpoint {
  return endpoint({
    method: "PATCH",
    path: pathOf(id),
    scopes,
    params: { enabled: required(strictBoolean) },
    event,
    model: projectModel,
    action: ({ project, params, reply }) => {
      reply.concerns({ policy: id })
      changeSettings(project, change(params.enabled))
      return projectAnswer(project)
    },
  })
}

/** Appwrite 1.9: a policy that sets a limit; `null`, stored as 0, takes it away. */
function updateLimit(id: PolicyId, change: (total: number) => Partial<Settings>): Endpoint {
  return endpoint({
    method: "PATCH",
    path: pathOf(id),
    scopes,
    params: { total: required(policyLimit) },
    event,
    model: projectModel,
    action: ({ project, params, reply }) => {
      reply.concerns({ policy: id })
      changeSettings(project, change(params.total ?? 0))
      return projectAnswer(project)
    },
  })
}

/** Appwrite 1.9: PATCH /v1/project/policies/session-duration. Sessions that exist keep their end. */
const updateSessionDuration = endpoint({
  method: "PATCH",
  path: pathOf("session-duration"),
  scopes,
  params: { duration: required(sessionDuration) },
  event,
  model: projectModel,
  action: ({ project, params, reply }) => {
    reply.concerns({ policy: "session-duration" })
    changeSettings(project, { sessionDuration: params.duration })
    return projectAnswer(project)
  },
})

/** Appwrite 1.9: PATCH /v1/project/policies/password-strength. What is not sent stays; the answer is the policy. */
const updatePasswordStrength = endpoint({
  method: "PATCH",
  path: pathOf("password-strength"),
  scopes,
  params: {
    min: nullable(strengthRules.min, null),
    uppercase: nullable(strengthRules.uppercase, null),
    lowercase: nullable(strengthRules.lowercase, null),
    number: nullable(strengthRules.number, null),
    symbols: nullable(strengthRules.symbols, null),
  },
  event,
  model: policy,
  action: ({ project, params, reply }) => {
    reply.concerns({ policy: "password-strength" })
    changeSettings(project, { passwordStrength: sentOf(project.settings.passwordStrength, params) })
    return policyAnswer(project.settings, "password-strength")
  },
})

const visibility = nullable(strictBoolean, null)

/** Appwrite 1.9: PATCH /v1/project/policies/membership-privacy. What is not sent stays. */
const updateMembershipPrivacy = endpoint({
  method: "PATCH",
  path: pathOf("membership-privacy"),
  scopes,
  params: {
    userId: visibility,
    userEmail: visibility,
    userPhone: visibility,
    userName: visibility,
    userMFA: visibility,
    userAccessedAt: visibility,
  },
  event,
  model: projectModel,
  action: ({ project, params, reply }) => {
    reply.concerns({ policy: "membership-privacy" })
    changeSettings(project, { membershipPrivacy: sentOf(project.settings.membershipPrivacy, params) })
    return projectAnswer(project)
  },
})

/** The routes that change a policy. */
export const updatePolicies: readonly Endpoint[] = [
  updateSwitch("password-dictionary", (passwordDictionary) => ({ passwordDictionary })),
  updateLimit("password-history", (passwordHistory) => ({ passwordHistory })),
  updatePasswordStrength,
  updateSwitch("password-personal-data", (personalDataCheck) => ({ personalDataCheck })),
  updateSwitch("session-alert", (sessionAlerts) => ({ sessionAlerts })),
  updateSessionDuration,
  updateSwitch("session-invalidation", (invalidateSessions) => ({ invalidateSessions })),
  updateLimit("session-limit", (maxSessions) => ({ maxSessions })),
  updateLimit("user-limit", (userLimit) => ({ userLimit })),
  updateMembershipPrivacy,
]
