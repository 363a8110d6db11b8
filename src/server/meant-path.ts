import { serviceSegments } from "../services/services.ts"
import { BASE_PATH } from "./path.ts"

/**
 * Where the API has what a path asks for, if it stands behind another prefix or none: `/api/v2/users` means `/v1/users`.
 * @returns `undefined` if it names no service.
 */
export function meantPath(path: string): string | undefined {
  const segments = path.split("/")
  const service = segments.findIndex((segment) => serviceSegments.includes(segment))
  return service === -1 ? undefined : [BASE_PATH, ...segments.slice(service)].join("/")
}
