import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { createEmulator } from "../emulator.ts"
import { SeedError } from "./seed-error.ts"
import { seedSchema } from "./seed-schema.ts"
import type { JsonSchema } from "./shapes/json-schema.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "members-"))
})
afterAll(() => rm(folder, { recursive: true }))

type Path = readonly (string | 0)[]

/** Every place that a seed can hold something in, with what may stand there. */
function* placesOf(schema: JsonSchema, path: Path = []): Generator<readonly [Path, JsonSchema]> {
  yield [path, schema]
  for (const [name, below] of Object.entries(schema.properties ?? {})) yield* placesOf(below, [...path, name])
  if (schema.items !== undefined) yield* placesOf(schema.items, [...path, 0])
}

const places = [...placesOf(seedSchema())]

const textOf = (path: Path) =>
  path
    .map((one) => (one === 0 ? "[0]" : `.${one}`))
    .join("")
    .slice(1)

/** A seed with nothing but this value at its place. */
const around = (path: Path, value: unknown): unknown =>
  path.reduceRight((inner: unknown, segment) => (segment === 0 ? [inner] : { [segment]: inner }), value)

const OTHER_TYPES: readonly (readonly [type: string, value: unknown])[] = [
  ["string", "?"],
  ["boolean", true],
  ["integer", 7],
  ["integer", 0.5],
  ["array", [[]]],
  ["object", { "?": 1 }],
]

/** Values that the schema does not let in. */
function wrongFor(schema: JsonSchema): unknown[] {
  const { anyOf = [schema] } = schema
  const types = anyOf.map(({ type }) => type)
  const wrong = OTHER_TYPES.filter(([type, value]) => !types.includes(type) || value === 0.5)
    // Appwrite 1.9: `true` passes for the `unique()` of a new ID.
    .filter(([, value]) => value !== true || !schema.pattern?.includes("unique"))
    .map(([, value]) => value)
  for (const { enum: words, pattern, maxLength, minLength, minimum, maximum, maxItems, items } of anyOf) {
    if (words !== undefined) wrong.push("?")
    if (pattern !== undefined) wrong.push("?!")
    if (minLength !== undefined) wrong.push("")
    if (maxLength !== undefined) wrong.push("x".repeat(maxLength + 1))
    if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) wrong.push(minimum - 1)
    if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) wrong.push(maximum + 1)
    if (maxItems !== undefined && items !== undefined) wrong.push(Array(maxItems + 1).fill("x"))
  }
  return wrong
}

it("a seed has the places that its readers know of", () => {
  const users = places.map(([path]) => path).filter(([first]) => first === "users")
  const members = users.filter(({ length }) => length === 3).map(([, , name]) => name)
  expect(members).toEqual(
    expect.arrayContaining(["password", "hash", "prefs", "labels", "targets", "sessions", "totp", "logs"]),
  )
  expect(members).toEqual(expect.arrayContaining(["recoveryCodes", "identities", "memberships"]))
})

it.each(places.map(([path, schema]) => [textOf(path) || "the seed", path, schema] as const))(
  "%s: what may not stand there is refused, with file, path and reason",
  async (_, path, schema) => {
    const wrong = wrongFor(schema)
    expect(wrong.length).toBeGreaterThan(3)
    for (const value of wrong) {
      const file = join(folder, "seed.json")
      await writeFile(file, JSON.stringify(around(path, value)))
      const error: unknown = await createEmulator({ seed: file }).catch((thrown: unknown) => thrown)
      if (!(error instanceof SeedError)) throw new Error(`Let in: ${JSON.stringify(value).slice(0, 80)}`)
      expect(error.file).toBe(file)
      // What the API takes as a whole, such as labels, it also refuses as a whole.
      const place = textOf(path).replace(/\[0\]$/, "")
      const told = error.problems.filter((one) => one.path.startsWith(place))
      expect(told, JSON.stringify(value).slice(0, 80)).not.toEqual([])
      for (const { path: where, reason } of told) {
        expect(reason.length).toBeGreaterThan(5)
        expect(error.message).toContain(`${where}${where && ": "}${reason}`)
      }
    }
  },
)
