import type { Scenario } from "../scenario.ts"
import { choicesOf } from "./random.ts"
import { type Move, moves, names, type WalkState } from "./walk-moves.ts"

/**
 * A random walk over the Users API as a scenario: calls whose IDs, addresses and sessions come from small pools, so that
 * they collide. At the end all of its users are deleted.
 *
 * @param seed the same number gives the same walk, as far as the server answers alike.
 * @param length how many calls.
 */
export function walk(seed: number, length: number): Scenario {
  return {
    name: `walk-${seed}`,
    area: "walks",
    async run(stage) {
      const choices = choicesOf(seed)
      const weighted: readonly Move[] = moves.flatMap(({ weight, move }) => Array<Move>(weight).fill(move))
      const [first, ...rest] = weighted
      if (first === undefined) return
      const state: WalkState = { stage, choices, sessions: [], codes: [] }
      for (let count = 0; count < length; count++) await choices.of([first, ...rest])(state)
      for (const name of names) await stage.step("DELETE", `/users/${stage.id(name)}`)
    },
  }
}
