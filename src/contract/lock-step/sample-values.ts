import type * as FastCheck from "fast-check"
import type fastCheck from "fast-check"
import type { PlainSample, Sample } from "../../validators/sample.ts"
import type { JsonValue } from "../json-value.ts"
import { edgeValues, invalidValues } from "./bound-values.ts"
import { queryLists } from "./query-lists.ts"
import { usualValues } from "./usual-values.ts"

/** The functions of fast-check, as the caller has loaded them. */
export type Fc = typeof fastCheck

/** Values to try a parameter with. */
export interface SampleValues {
  readonly valid: FastCheck.Arbitrary<JsonValue>
  /** At the bounds of what is accepted, or in an unusual form. */
  readonly edge: FastCheck.Arbitrary<JsonValue>
  readonly invalid: FastCheck.Arbitrary<JsonValue>
}

/**
 * Turns what a validator accepts into values to try it with. They may hold places (`fillPlaces`) and stand-ins
 * (`earlier`).
 *
 * @param name of the parameter: known names take their texts from small pools, so that calls collide.
 */
export function sampleValues(fc: Fc, sample: Sample, name: string): SampleValues {
  switch (sample.kind) {
    case "queries":
      return queryLists(fc, sample.attributes)
    case "orNull": {
      const inner = sampleValues(fc, sample.of, name)
      return {
        valid: inner.valid,
        edge: fc.oneof(inner.edge, fc.constant(null)),
        invalid: inner.invalid.filter((value) => value !== null),
      }
    }
    case "list":
      return listValues(fc, sampleValues(fc, sample.item, name), sample.max)
    default:
      return {
        valid: validValues(fc, sample, name),
        edge: fc.constantFrom(...edgeValues(sample)),
        invalid: fc.constantFrom(...invalidValues(sample)),
      }
  }
}

function listValues(fc: Fc, items: SampleValues, max: number): SampleValues {
  const lists = (item: FastCheck.Arbitrary<JsonValue>) =>
    fc.array(item, { minLength: 1, maxLength: Math.min(max, 4) })
  const full = (length: number) => items.valid.map((item) => Array.from({ length }, () => item))
  return {
    valid: lists(items.valid),
    // Appwrite 1.9 takes the values of an object for a list.
    edge: fc.oneof(
      fc.constant([]),
      lists(items.edge),
      full(max),
      items.valid.map((item) => ({ "1": item })),
    ),
    invalid: fc.oneof(lists(items.invalid), full(max + 1), fc.constantFrom<JsonValue>("text", 5, null)),
  }
}

function validValues(fc: Fc, sample: PlainSample, name: string): FastCheck.Arbitrary<JsonValue> {
  const usual = usualValues(name, sample).map(([weight, value]) => ({
    weight,
    arbitrary: fc.constant(value),
  }))
  const free = freeValues(fc, sample)
  return fc.oneof(...usual, ...(free === undefined ? [] : [{ weight: 1, arbitrary: free }]))
}

/** Any valid values, where their form says all. */
function freeValues(fc: Fc, sample: PlainSample): FastCheck.Arbitrary<JsonValue> | undefined {
  switch (sample.kind) {
    case "text":
      return freeText(fc, sample)
    case "boolean":
      return fc.boolean()
    case "integer":
      return fc.integer({ min: sample.min, max: Math.min(sample.max, sample.min + 5000) })
    case "word":
      return fc.constantFrom(...sample.words)
    case "object":
    case "json":
      return fc.dictionary(fc.constantFrom("a", "b", "theme", "größe", "1"), smallJson(fc), { maxKeys: 3 })
    default:
      return undefined
  }
}

function freeText(fc: Fc, { min, max, pattern }: PlainSample & { readonly kind: "text" }) {
  if (pattern !== undefined) return fc.stringMatching(pattern)
  const minLength = Math.max(min, 1)
  return fc.string({ unit: "grapheme", minLength, maxLength: Math.max(minLength, Math.min(max, 12)) })
}

function smallJson(fc: Fc): FastCheck.Arbitrary<JsonValue> {
  const leaf: FastCheck.Arbitrary<JsonValue> = fc.oneof(
    fc.constantFrom<JsonValue>(null, true, 0, -1, 1.5, 1e21, "", "x/y", "ü", [], {}),
    fc.string({ unit: "grapheme", maxLength: 5 }),
    fc.integer(),
  )
  const nested = fc.dictionary(fc.constantFrom("x", "0", "y z"), leaf, { maxKeys: 2 })
  return fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), nested)
}
