import { projectUnknown } from "../emulator-error.ts"
import type { Projects } from "../project/projects.ts"
import type { RateLimits } from "../rate-limits/rate-limits.ts"

/** Switches the rate limits of the real server, which count for each project by itself. API keys are never limited. */
export interface RateLimitControl {
  /** @param projectId by default all projects. */
  enable(projectId?: string): void
  /** @param projectId by default all projects. What was counted stays. */
  disable(projectId?: string): void
  isEnabled(projectId: string): boolean
  /**
   * Counts from zero.
   * @param projectId by default all projects.
   * @throws EmulatorError `project_unknown`
   */
  clear(projectId?: string): void
}

export function newRateLimitControl(limits: RateLimits, projects: Projects): RateLimitControl {
  return {
    enable: (projectId) => limits.turn(true, projectId),
    disable: (projectId) => limits.turn(false, projectId),
    isEnabled: (projectId) => limits.isOn(projectId),
    clear(projectId) {
      if (projectId === undefined) {
        limits.clear()
        return
      }
      const project = projects.get(projectId)
      if (project === undefined) throw projectUnknown(projectId)
      limits.clear(project)
    },
  }
}
