import type { Endpoint } from "../../endpoint.ts"

/** All endpoints that this package's emulator declares. */
export async function loadRoutes(): Promise<readonly Endpoint[]> {
  const { services } = await import("../../services/services.ts")
  return (await Promise.all(services.map(({ load }) => load()))).flat()
}
