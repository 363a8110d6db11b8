import type { Endpoint } from "../endpoint.ts"
import { healthEndpoints } from "./health/endpoints.ts"
import { usersEndpoints } from "./users/endpoints.ts"

/** All endpoints of the emulator. */
export const endpoints: readonly Endpoint[] = [...healthEndpoints, ...usersEndpoints]
