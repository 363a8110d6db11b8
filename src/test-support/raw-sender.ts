import type { Scene } from "../test-support/scene.ts"

/** Sends a request with an API key, and gives the answer as it is: it may be no JSON. */
export function rawSender(scene: () => Scene) {
  return (method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> =>
    scene().emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "x-appwrite-project": "emulator",
          "x-appwrite-key": "emulator",
        },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    )
}
