import { compareString } from "./compare-string.ts"
import type { Comparison, Difference, Position } from "./comparison.ts"
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "./json-value.ts"
import { isPath } from "./request-path.ts"
import type { Answer } from "./transcript.ts"
import { translateText } from "./translate.ts"

/**
 * Compares the bodies of two answers, member by member and item by item. The order of an object's members
 * does not count. Of an HTML page only the fact that it is text counts, and of the project model only `$id`
 * and the members that begin with `auth`.
 */
export function compareBodies(
  recorded: Answer,
  given: Answer,
  comparison: Comparison,
): readonly Difference[] {
  const path = comparison.transcript.steps[comparison.step]?.path ?? ""
  if (isPage(recorded)) return comparePages(recorded.body, given.body)
  if (isProject(recorded.body, path, comparison)) {
    const now = isJsonObject(given.body) ? authMembers(given.body) : given.body
    return compareValues(authMembers(recorded.body), now, "body", nowhere, comparison)
  }
  return compareValues(recorded.body, given.body, "body", nowhere, comparison)
}

const nowhere: Position = { member: "", owner: undefined }

function isPage({ headers, body }: Answer): boolean {
  return headers["content-type"]?.startsWith("text/html") === true && isText(body)
}

function isText(body: JsonValue): boolean {
  return isJsonObject(body) && typeof body.$text === "string"
}

function comparePages(recorded: JsonValue, given: JsonValue): readonly Difference[] {
  if (isText(given)) return []
  return [{ path: "body", recorded, given, reason: "is not the text of a page" }]
}

function isProject(body: JsonValue, path: string, { transcript }: Comparison): body is JsonObject {
  return isPath(path, "/project/**") && isJsonObject(body) && body.$id === transcript.project
}

function authMembers(project: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(project).filter(([name]) => name === "$id" || name.startsWith("auth")),
  )
}

function compareValues(
  recorded: JsonValue,
  given: JsonValue,
  path: string,
  position: Position,
  comparison: Comparison,
): readonly Difference[] {
  if (typeof recorded === "string" && typeof given === "string") {
    const reason = compareString(recorded, given, position, comparison)
    return reason === undefined ? [] : [{ path, recorded, given, reason }]
  }
  if (isJsonList(recorded) && isJsonList(given))
    return compareLists(recorded, given, path, position, comparison)
  if (isJsonObject(recorded) && isJsonObject(given)) return compareObjects(recorded, given, path, comparison)
  return recorded === given ? [] : [{ path, recorded, given, reason: reasonOf(recorded, given) }]
}

function reasonOf(recorded: JsonValue, given: JsonValue): string {
  const [before, now] = [typeOf(recorded), typeOf(given)]
  return before === now ? "differs" : `is of type ${now}, not ${before}`
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null"
  return isJsonList(value) ? "list" : typeof value
}

function compareLists(
  recorded: readonly JsonValue[],
  given: readonly JsonValue[],
  path: string,
  position: Position,
  comparison: Comparison,
): readonly Difference[] {
  const differences = recorded.flatMap((item, index) => {
    const now = given[index]
    return now === undefined ? [] : compareValues(item, now, `${path}[${index}]`, position, comparison)
  })
  if (recorded.length === given.length) return differences
  const reason = `has ${given.length} items, not ${recorded.length}`
  return [{ path, recorded, given, reason }, ...differences]
}

function compareObjects(
  recorded: JsonObject,
  given: JsonObject,
  path: string,
  comparison: Comparison,
): readonly Difference[] {
  const owner = typeof recorded.$id === "string" ? recorded.$id : undefined
  const names = Object.keys(recorded).map((name) => [name, translateText(name, comparison.twins)] as const)
  const known = new Set(names.map(([, name]) => name))
  const extra = Object.entries(given).filter(([name]) => !known.has(name))
  return [
    ...names.flatMap(([recordedName, name]) => {
      const here = `${path}.${name}`
      const before = memberOf(recorded, recordedName)
      const now = memberOf(given, name)
      if (before === undefined) return []
      if (now === undefined) return [{ path: here, recorded: before, given: now, reason: "is missing" }]
      return compareValues(before, now, here, { member: recordedName, owner }, comparison)
    }),
    ...extra.map(([name, now]) => ({
      path: `${path}.${name}`,
      recorded: undefined,
      given: now,
      reason: "is not in the recording",
    })),
  ]
}

// A member called `constructor` is what the JSON text says, never what objects inherit.
function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
