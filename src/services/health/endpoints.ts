import { endpoint } from "../../endpoint.ts"
import { healthStatus, healthVersion } from "../../models/health.ts"
import { ping } from "./ping.ts"

/** Appwrite 1.9: GET /v1/health. */
const getHealth = endpoint({
  method: "GET",
  path: "/health",
  scopes: ["health.read"],
  params: {},
  model: healthStatus,
  action: () => ({ name: "http", ping: 0, status: "pass" }),
})

/** Appwrite 1.9: GET /v1/health/version, for everybody. */
const getVersion = endpoint({
  method: "GET",
  path: "/health/version",
  scopes: ["public"],
  params: {},
  model: healthVersion,
  action: ({ project }) => ({ version: project.profile.version }),
})

/** The endpoints that tell whether the server runs. */
export const healthEndpoints = [getHealth, getVersion, ping]
