import { ControlError } from "./control-error.ts"

const CONTROL_HEADER = "x-emulator-control"

/**
 * Keeps web pages out: they can't send the header without asking first, which is never answered, and under a name of
 * their own (DNS rebinding) they are not let in either.
 * @throws ControlError 403
 */
export function checkDoor(headers: Headers, isOwnHost: (hostname: string) => boolean): void {
  if (headers.get(CONTROL_HEADER) !== "1") {
    throw new ControlError(403, "Send the header X-Emulator-Control: 1 to control the emulator.")
  }
  if (headers.get("origin") !== null) {
    throw new ControlError(403, "Web pages can't control the emulator.")
  }
  const host = headers.get("host")
  if (host !== null && !isOwnHost(host)) {
    throw new ControlError(403, `The emulator does not listen on "${host}".`)
  }
}
