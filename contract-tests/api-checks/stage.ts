import { createEmulator, type EmulatorOptions } from "../../src/emulator.ts"
import type { Endpoint } from "../../src/endpoint.ts"
import type { ProfileName } from "../../src/profiles/profile.ts"
import { PROFILES } from "../../src/profiles/profiles.ts"
import { endpointsOf } from "../../src/profiles/routes-of.ts"
import { loadEndpoints } from "../../src/services/services.ts"

/** Who calls: header lines. */
export type Credentials = Readonly<Record<string, string>>

export const PROJECT: Credentials = { "x-appwrite-project": "emulator" }
export const KEY: Credentials = { ...PROJECT, "x-appwrite-key": "emulator" }

/** A fresh emulator, and calls of it. */
export async function newStage(options: EmulatorOptions = {}) {
  const emulator = await createEmulator(options)
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

export type Stage = Awaited<ReturnType<typeof newStage>>

/** The endpoints of a version, as it has them. */
export async function endpointsOfVersion(name: ProfileName): Promise<readonly Endpoint[]> {
  const profile = PROFILES[name]
  const [endpoints] = await Promise.all([loadEndpoints(), profile.load()])
  return endpointsOf(profile, endpoints)
}
