import { createEmulator } from "../../src/emulator.ts"

/** Who calls: header lines. */
export type Credentials = Readonly<Record<string, string>>

export const PROJECT: Credentials = { "x-appwrite-project": "emulator" }
export const KEY: Credentials = { ...PROJECT, "x-appwrite-key": "emulator" }

/** A fresh emulator, and calls of it. */
export async function newStage() {
  const emulator = await createEmulator()
  async function call(method: string, path: string, sent: object = {}, credentials: Credentials = KEY) {
    const hasBody = method !== "GET"
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: { "content-type": "application/json", ...credentials },
        ...(hasBody && { body: JSON.stringify(sent) }),
      }),
    )
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false
    return { status: response.status, body: isJson && text !== "" ? JSON.parse(text) : undefined }
  }
  return { emulator, call }
}

export type Call = Awaited<ReturnType<typeof newStage>>["call"]
