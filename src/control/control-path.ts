import { rawPath } from "../server/path.ts"

/** Where the emulator's own routes are. */
export const CONTROL_PATH = "/_emulator"

/** Whether a URL is one of the emulator's own. */
export function isControlPath(url: string): boolean {
  const path = rawPath(url)
  return path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)
}
