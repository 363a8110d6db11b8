import type * as FastCheck from "fast-check"
import { type Call, people, type Route, userAgent, type Walk } from "./call.ts"
import { callArbitrary } from "./call-arbitrary.ts"
import { looksAt } from "./looks-at.ts"
import type { Fc } from "./sample-values.ts"
import { shorterWalks } from "./shorter-walks.ts"
import { opening, stories } from "./stories.ts"

/** What walks are made of. */
export interface WalkOptions {
  readonly routes: readonly Route[]
  /** Most calls of a walk. */
  readonly steps: number
}

/**
 * Walks over the endpoints: the people are created, then come calls of any endpoint and, in between, calls that lead
 * somewhere only one after the other. It shrinks by leaving out calls, by a look instead of
 * the last ones, and by making them simpler.
 *
 * @param fc the functions of fast-check, as the caller has loaded them.
 */
export function walkArbitrary(fc: Fc, { routes, steps }: WalkOptions): FastCheck.Arbitrary<Walk> {
  const fresh = freshWalks(fc, routes, steps)
  const looks = looksAt(routes)
  class Walks extends fc.Arbitrary<Walk> {
    override generate(random: FastCheck.Random, bias: number | undefined): FastCheck.Value<Walk> {
      return new fc.Value(fresh.generate(random, bias).value, undefined)
    }
    override canShrinkWithoutContext(value: unknown): value is Walk {
      return Array.isArray(value)
    }
    override shrink(walk: Walk): FastCheck.Stream<FastCheck.Value<Walk>> {
      return fc.stream(shorterWalks(walk, looks)).map((shorter) => new fc.Value(shorter, undefined))
    }
  }
  return new Walks()
}

function freshWalks(fc: Fc, routes: readonly Route[], steps: number): FastCheck.Arbitrary<Walk> {
  const isDeclared = ({ method, path }: Pick<Call, "method" | "path">) =>
    routes.some((route) => route.method === method && route.path === path)
  const by = (person: string, told: (typeof stories)[number]): Walk =>
    told.filter(isDeclared).map((call) => ({ ...call, person, headers: { "user-agent": userAgent } }))
  const known = stories.filter((story) => story.filter(isDeclared).length > 1)
  const calls = fc.oneof(...routes.map((route) => callArbitrary(fc, route).map((call): Walk => [call])))
  const told = fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...known, []))
    .map(([person, story]) => by(person, story))
  const items = fc.array(fc.oneof({ weight: 8, arbitrary: calls }, { weight: 1, arbitrary: told }), {
    minLength: Math.ceil(steps / 4),
    maxLength: steps,
    size: "max",
  })
  return fc
    .tuple(fc.subarray([...people], { minLength: 1 }), items)
    .map(([present, rest]) =>
      [...present.flatMap((person) => by(person, opening)), ...rest.flat()].slice(0, steps),
    )
}
