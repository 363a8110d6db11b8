import type { JsonValue } from "../json-value.ts"
import type { Answer } from "../transcript.ts"
import type { LockStepResult } from "./lock-step-options.ts"
import { walkCode } from "./walk-code.ts"

/** What came of a run, as text for a person. */
export function describeResult(result: LockStepResult): string {
  const { walks, calls, seed } = result
  const remains = remarks(result)
  switch (result.outcome) {
    case "same":
      return `Same: ${calls} calls in ${walks} walks, seed ${seed}.\n${remains}`
    case "not compared":
      return `Not compared: ${result.reason}\n${remains}`
    case "different": {
      const last = result.steps.at(-1)
      if (last === undefined) return remains
      return `Different, in ${result.steps.length} calls:

${walkCode(result.steps)}
Emulator: ${shown(last.emulator.answer)}
Server:   ${shown(last.server.answer)}

${last.differences.map(({ path, reason, recorded, given }) => `${path}: ${reason}\n  emulator ${brief(recorded)}\n  server   ${brief(given)}`).join("\n")}

To see it again: the same command with --seed ${seed} --path ${result.path}
${remains}`
    }
  }
}

/** What a person should know of a run besides its outcome. */
function remarks({ left, leftOut, unsteady, unanswered }: LockStepResult): string {
  const lines = [
    ...Object.entries(leftOut).map(([why, times]) => `Left out${times > 1 ? ` ${times} times` : ""}: ${why}`),
    ...unsteady.map((difference) => `Differed once, and not again: ${difference}`),
    ...unanswered.map((reason) => `A walk ended early: ${reason}`),
    ...left.map((path) => `Could not be deleted: ${path}`),
  ]
  return lines.map((line) => `${line}\n`).join("")
}

function shown({ status, headers, cookies, body }: Answer): string {
  const others = cookies.length > 0 ? { ...headers, "set-cookie": cookies } : headers
  return `${status} ${JSON.stringify(others)}\n  ${brief(body, 3000)}`
}

function brief(value: JsonValue | undefined, longest = 300): string {
  const text = value === undefined ? "(nothing)" : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
