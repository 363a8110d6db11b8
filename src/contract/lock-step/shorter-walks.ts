import type { Call, Walk } from "./call.ts"

/**
 * Walks that are simpler than a given one, the simplest first: with calls left out (half of them, a quarter, ... one),
 * then with one call made simpler. None comes back to where it began.
 */
export function* shorterWalks(walk: Walk): Generator<Walk, void, undefined> {
  for (let size = Math.floor(walk.length / 2); size >= 1; size = Math.floor(size / 2)) {
    // What comes last is what a difference most likely does not need.
    for (let end = walk.length; end > 0; end -= size) {
      const start = Math.max(0, end - size)
      yield [...walk.slice(0, start), ...walk.slice(end)]
    }
  }
  for (const [index, call] of walk.entries()) {
    for (const simpler of simplerCalls(call)) yield walk.with(index, simpler)
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
