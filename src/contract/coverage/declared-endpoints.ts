import type { Endpoint } from "../../endpoint.ts"
import { loadRoutes } from "../lock-step/load-routes.ts"

/** All endpoints that the emulator declares, by path. */
export async function declaredEndpoints(): Promise<readonly Endpoint[]> {
  const endpoints = await loadRoutes()
  return endpoints.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ method, path }: Endpoint): string {
  return `${path} ${method}`
}
