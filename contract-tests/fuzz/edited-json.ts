import fc from "fast-check"
import { isJsonList, isJsonObject, type JsonValue } from "../../src/contract/json-value.ts"
import { strangeJson } from "./strange-values.ts"

/** Stands where something strange comes. No strange value holds it. */
const mark = (index: number): string => `\u{10fffd}${index}`

type Path = readonly (string | number)[]

/** The places of all values in a value, its own among them. */
function pathsOf(value: JsonValue, path: Path = []): Path[] {
  const inner = isJsonList(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]))
      : []
  return [path, ...inner]
}

function replaced(value: JsonValue, [first, ...rest]: Path, by: JsonValue): JsonValue {
  if (first === undefined) return by
  if (isJsonList(value))
    return value.map((item, index) => (index === first ? replaced(item, rest, by) : item))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === first ? replaced(member, rest, by) : member,
    ]),
  )
}

/** JSON text of a value, with something strange in up to three places; some of it is no JSON. */
export function editedJson(value: JsonValue): fc.Arbitrary<string> {
  const edits = fc.array(fc.tuple(fc.constantFrom(...pathsOf(value)), strangeJson), { maxLength: 3 })
  return edits.map((made) => {
    const marked = made.reduce((whole, [path], index) => replaced(whole, path, mark(index)), value)
    return made.reduce(
      (text, [, strange], index) => text.replace(JSON.stringify(mark(index)), () => strange),
      JSON.stringify(marked),
    )
  })
}
