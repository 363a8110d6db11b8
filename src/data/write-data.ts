import type { ProjectState } from "../project/projects.ts"
import { END, FORMAT, VERSION } from "./format.ts"
import { writePhp } from "./php-json.ts"
import { collectionNames } from "./record-shapes.ts"

/** Characters that are gathered before they are written. */
const CHUNK = 65_536

/**
 * Projects as text, piece by piece, so that it takes little memory at any size. The same projects give the same text,
 * byte by byte: nothing in it tells of when, where or by whom it was written.
 *
 * One line of JSON each: what it is, then for each project its keys, its settings, and for each collection its records in
 * order of creation; at last the end.
 */
export function* writeData(projects: Iterable<ProjectState>): Generator<string, void, undefined> {
  let chunk = ""
  for (const line of lines(projects)) {
    chunk += `${JSON.stringify(line, writePhp)}\n`
    if (chunk.length >= CHUNK) {
      yield chunk
      chunk = ""
    }
  }
  yield chunk
}

function* lines(projects: Iterable<ProjectState>): Generator<object, void, undefined> {
  yield { format: FORMAT, version: VERSION }
  for (const { id, name, profile, keys, state } of projects) {
    yield {
      project: {
        id,
        name,
        appwrite: profile.name,
        keys: keys.map(({ name, secret, scopes, expire }) => ({
          name,
          secret,
          scopes: scopes === "all" ? scopes : [...scopes],
          expire,
        })),
      },
    }
    yield { settings: state.settings }
    for (const collection of collectionNames) {
      const { lastSequence, records } = state[collection]
      yield { collection, lastSequence }
      yield* records.values()
    }
  }
  yield { [END]: true }
}
