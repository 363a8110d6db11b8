import type { Call, Walk } from "./call.ts"

/** Walks of so many calls and fewer are tried without each pair of their calls, too. */
const fewCalls = 12

/**
 * Walks that are simpler than a given one, the simplest first: with calls left out (half of them, a quarter, ... one,
 * any two), then with a look at what the first calls have left in the place of all that follows, then with one call made
 * simpler. None comes back to where it began.
 *
 * @param looks calls that show a state, see `looksAt`.
 */
export function* shorterWalks(walk: Walk, looks: readonly Call[] = []): Generator<Walk, void, undefined> {
  for (let size = Math.floor(walk.length / 2); size >= 1; size = Math.floor(size / 2)) {
    // What comes last is what a difference most likely does not need.
    for (let end = walk.length; end > 0; end -= size) {
      const start = Math.max(0, end - size)
      yield [...walk.slice(0, start), ...walk.slice(end)]
    }
  }
  if (walk.length <= fewCalls) yield* withoutPairs(walk)
  yield* endingEarlier(walk, looks)
  for (const [index, call] of walk.entries()) {
    for (const simpler of simplerCalls(call)) yield walk.with(index, simpler)
  }
}

/** Two calls may need each other, and nothing else either of them. */
function* withoutPairs(walk: Walk): Generator<Walk, void, undefined> {
  for (let second = walk.length - 1; second > 1; second -= 1) {
    for (let first = second - 2; first >= 0; first -= 1) {
      yield walk.filter((_, index) => index !== first && index !== second)
    }
  }
}

/** What shows at last in what can be done may show before in what can be read. */
function* endingEarlier(walk: Walk, looks: readonly Call[]): Generator<Walk, void, undefined> {
  if (walk.length > fewCalls) return
  for (let kept = 1; kept < walk.length - 1; kept += 1) {
    const person = walk[kept - 1]?.person
    for (const look of looks) {
      yield [...walk.slice(0, kept), { ...look, person: person ?? look.person }]
    }
  }
}

function* simplerCalls(call: Call): Generator<Call, void, undefined> {
  for (const name of Object.keys(call.params)) {
    if (call.path.split("/").includes(`:${name}`)) continue
    const { [name]: _, ...params } = call.params
    yield { ...call, params }
  }
  for (const name of Object.keys(call.headers)) {
    if (name === "user-agent") continue
    const { [name]: _, ...headers } = call.headers
    yield { ...call, headers }
  }
  if (call.as !== "key") yield { ...call, as: "key" }
}
