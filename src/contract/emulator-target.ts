import type { ProfileName } from "../profiles/profile.ts"
import { profileLike, type VersionOptions } from "./like-versions.ts"
import type { Target } from "./replay.ts"
import { type Transcript, versionOf } from "./transcript.ts"

/** What Argon2 spends in an emulator that does not hash at the server's cost. */
export const FAST_COST = "m=8,t=1,p=1"

/** By which version of Appwrite it answers. */
export interface EmulatorTargetOptions extends VersionOptions {
  /** By default that of the recording. */
  readonly appwrite?: ProfileName
}

/**
 * A fresh emulator, in process, with one empty project that is called keyed and served as the recorded one was. Its clock stands
 * still between the steps.
 * @param hashCost hashing at the server's cost takes some tenths of a second for each password.
 * @throws CannotCompare for a recording of a version that the emulator does not know.
 */
export async function emulatorTarget(
  transcript: Transcript,
  hashCost: "fast" | "server" = "fast",
  { appwrite, ...options }: EmulatorTargetOptions = {},
): Promise<Target> {
  const version = appwrite ?? profileLike(versionOf(transcript), options).name
  const { createEmulator } = await import("../emulator.ts")
  const { project, key, steps } = transcript
  let moment = steps[0]?.at ?? 0
  const emulator = await createEmulator({
    appwrite: version,
    projects: [{ id: project, name: projectName(transcript), keys: [key] }],
    strict: true,
    hashCost,
    clock: { now: () => moment },
  })
  return {
    baseUrl: "http://127.0.0.1/v1",
    project,
    key,
    fetch: (request) => emulator.fetch(request),
    outbox: (message) => emulator.project(project).outbox.list()[message]?.secret,
    ...(hashCost === "fast" && { argon2Cost: FAST_COST }),
    setClock(at) {
      moment = at
    },
  }
}

/** Appwrite 1.9 shows the name of a project to nobody but authenticators, whose URIs name it as the issuer. */
function projectName({ project, steps }: Transcript): string {
  const [, issuer] = /otpauth:\/\/totp\/[^"?]*\?[^"]*issuer=([^"&]+)/.exec(JSON.stringify(steps)) ?? []
  return issuer === undefined ? project : decodeURIComponent(issuer)
}
