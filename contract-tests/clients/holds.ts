/**
 * Where a value does not hold what was expected: each member of an object, each item of a list of the same length, and
 * a text that matches a pattern.
 */
export function missingIn(value: unknown, expected: unknown, place = ""): readonly string[] {
  const wrong = [
    `${place || "the answer"} is ${JSON.stringify(value) ?? String(value)}, not ${describe(expected)}`,
  ]
  if (expected instanceof RegExp) return typeof value === "string" && expected.test(value) ? [] : wrong
  if (typeof expected !== "object" || expected === null) return Object.is(value, expected) ? [] : wrong
  if (typeof value !== "object" || value === null) return wrong
  if (Array.isArray(expected) && (!Array.isArray(value) || value.length !== expected.length)) return wrong
  return Object.entries(expected).flatMap(([name, one]) =>
    missingIn(Reflect.get(value, name), one, place === "" ? name : `${place}.${name}`),
  )
}

const describe = (expected: unknown) =>
  expected instanceof RegExp ? String(expected) : JSON.stringify(expected)
