import type { Endpoint } from "../endpoint.ts"

/** Endpoints that are loaded together, when a request first needs them. */
export interface Service {
  /** What their paths begin with. */
  readonly segments: readonly string[]
  readonly load: () => Promise<readonly Endpoint[]>
}

/** All services of the emulator. Loaded at the start, they would make up most of its time. */
export const services: readonly Service[] = [
  {
    segments: ["account"],
    load: async () => [
      ...(await import("./account/endpoints.ts")).accountEndpoints,
      ...(await import("./account-mfa/endpoints.ts")).accountMfaEndpoints,
    ],
  },
  {
    segments: ["health", "ping"],
    load: async () => (await import("./health/endpoints.ts")).healthEndpoints,
  },
  {
    segments: ["messaging"],
    load: async () => (await import("./messaging/endpoints.ts")).messagingEndpoints,
  },
  {
    segments: ["project"],
    load: async () => (await import("./project/endpoints.ts")).projectEndpoints,
  },
  {
    segments: ["teams"],
    load: async () => (await import("./teams/endpoints.ts")).teamsEndpoints,
  },
  {
    segments: ["users"],
    load: async () => (await import("./users/endpoints.ts")).usersEndpoints,
  },
]

/** What the paths of all services begin with. */
export const serviceSegments: readonly string[] = services.flatMap(({ segments }) => segments)

/** The endpoints of all services. */
export async function loadEndpoints(): Promise<readonly Endpoint[]> {
  return (await Promise.all(services.map(({ load }) => load()))).flat()
}
