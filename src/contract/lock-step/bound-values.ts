import type { PlainSample } from "../../validators/sample.ts"
import type { JsonValue } from "../json-value.ts"

type SampleOf<K extends PlainSample["kind"]> = Extract<PlainSample, { readonly kind: K }>

/** Values that pass, but only just, or in an unusual form. */
export function edgeValues(sample: PlainSample): readonly JsonValue[] {
  switch (sample.kind) {
    case "id":
      return ["{run}0", "{run}A_b.c-", `{fill${sample.max}}`, ...(sample.isNew ? [true] : [])]
    case "text":
      return edgeTexts(sample)
    case "email":
      return ["{me}+tag@example.com", " {me}@example.com ", "{me}@[1.2.3.4]", ...orEmpty(sample)]
    case "phone":
      // From the numbers that are kept free for fiction, as all others here.
      return ["+447700900{digit}17", "{phone}{digit}\n", ...orEmpty(sample)]
    case "password":
      return [...passwordsAround(sample), "password", ...orEmpty(sample)]
    case "boolean":
      return sample.isLoose ? ["true", "false", "1", "0", 1, 0] : [true, false]
    case "integer":
      return [sample.min, sample.max, ...(sample.takesText ? [String(sample.min), ` ${sample.max}`] : [])]
    case "word":
      return sample.anyCase ? sample.words.map((word) => word.toUpperCase()) : sample.words
    case "object":
      return [objectOf(sample.maxBytes)]
    case "json":
      return [{}, [], "{}"]
    case "date":
      return ["9999-12-31 00:00:00", "2030-01-01"]
    case "redirectUrl":
      return ["https://localhost", "http://localhost:8080/a#b"]
  }
}

/** Values that are refused, but for their type mostly only just. */
export function invalidValues(sample: PlainSample): readonly JsonValue[] {
  const otherTypes = [5, null, [], {}, ["a"], true]
  switch (sample.kind) {
    case "id":
      return ["", "_a", "a b", "ünï", `{fill${sample.max + 1}}`, 5, null, {}]
    case "text":
      return [...wrongTexts(sample), ...otherTypes]
    case "email":
      return ["a@b", "{me}", "a..b@example.com", "ä@example.com", ...noEmpty(sample), ...otherTypes]
    case "phone":
      return [
        "{phone}x",
        "14155550100",
        "+0123456789",
        "+1415555010012345",
        ...noEmpty(sample),
        ...otherTypes,
      ]
    case "password":
      return ["x".repeat(sample.min - 1), "x".repeat(sample.max + 1), ...noEmpty(sample), ...otherTypes]
    case "boolean":
      return ["yes", "", 2, null, ...(sample.isLoose ? [] : ["true", 1, 0])]
    case "integer":
      return [sample.min - 1, sample.max + 1, "", "x", 1.5, true, null, []]
    case "word":
      return ["nosuch", "", ...(sample.anyCase ? [] : sample.words.map((word) => ` ${word}`)), null, [], {}]
    case "object":
      return [["a"], { "0": "a" }, "text", 5, null, true, objectOf(sample.maxBytes + 1)]
    case "json":
      return ["{", "", 5, true]
    case "date":
      return ["", "no date", "10000-01-01", 5, {}]
    case "redirectUrl":
      return ["", "localhost", "ftp://localhost", "http://example.org", ...otherTypes]
  }
}

function edgeTexts({ min, max, pattern }: SampleOf<"text">): readonly string[] {
  const longest = Number.isFinite(max) ? max : 1000
  const all = [
    " ",
    "0",
    "x".repeat(longest),
    "1".repeat(longest),
    "é".repeat(longest),
    ...(min === 0 ? [""] : []),
  ]
  return pattern === undefined ? all : all.filter((text) => pattern.test(text))
}

function wrongTexts({ min, max, pattern }: SampleOf<"text">): readonly string[] {
  return [
    ...(min > 0 ? [""] : []),
    ...(Number.isFinite(max) ? ["x".repeat(max + 1)] : []),
    ...(pattern === undefined ? [] : ["-é-"]),
  ]
}

function passwordsAround({ min, max }: SampleOf<"password">): readonly string[] {
  return ["x".repeat(min), "é".repeat(Math.ceil(min / 2)), "x".repeat(max)]
}

function orEmpty({ mayBeEmpty }: { readonly mayBeEmpty: boolean }): readonly string[] {
  return mayBeEmpty ? [""] : []
}

function noEmpty({ mayBeEmpty }: { readonly mayBeEmpty: boolean }): readonly string[] {
  return mayBeEmpty ? [] : [""]
}

/** An object whose JSON text has so many bytes. */
function objectOf(bytes: number): JsonValue {
  return { k: "x".repeat(bytes - `{"k":""}`.length) }
}
