import type { JsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import { isPath } from "../request-path.ts"
import type { SentStep } from "../transcript.ts"
import { keyCall } from "./key-call.ts"
import { restorePolicies } from "./project-policies.ts"

/** The settings of a project that a run changes. */
export interface ChangedSettings {
  /** To be told before a step is sent. */
  noteSent(sent: SentStep): void
  /**
   * Puts them back.
   *
   * @returns the paths of what could not be put back.
   */
  restore(): Promise<readonly string[]>
}

/** @param policies as they were before the run, see `readPolicies`. */
export function changedSettings(target: Target, policies: readonly JsonObject[]): ChangedSettings {
  const paths = new Set<string>()
  async function restore(path: string): Promise<void> {
    if (isPath(path, "/project/policies/*")) return restorePolicies(target, policies)
    // Whether a way to log in is open can't be asked for; in a new project all are.
    await keyCall(target, "PATCH", path, { enabled: true })
  }
  return {
    noteSent({ method, path }) {
      if (method !== "GET" && isPath(path, "/project/**")) paths.add(path)
    },
    async restore() {
      const left: string[] = []
      for (const path of paths) await restore(path).catch(() => left.push(path))
      paths.clear()
      return left
    },
  }
}
