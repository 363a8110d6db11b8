import type { Endpoint } from "../../endpoint.ts"

/** All endpoints that this package's emulator declares. */
export async function loadRoutes(): Promise<readonly Endpoint[]> {
  const { loadEndpoints } = await import("../../services/services.ts")
  return loadEndpoints()
}
