import fc from "fast-check"

/** Halves of characters, in any order: JSON can write them, UTF-8 can't. */
const surrogates: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "a", "\u{1f600}"),
  minLength: 1,
  maxLength: 6,
})

/** Texts from every plane of Unicode, with what is known to make trouble. */
const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 0xffff }))
    .map(([plane, offset]) => plane * 0x10000 + offset)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point)),
  surrogates,
  fc.constantFrom(
    "",
    "\0",
    " ",
    "\n",
    "\u{feff}",
    "\u{202e}abc",
    "e\u0301",
    "ß",
    "İ",
    "ﬃ",
    "%00",
    "%ff",
    "../..",
    "'; DROP TABLE users; --",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "null",
    "true",
    "NaN",
    "-0",
    "1e999",
    "9223372036854775808",
    "__proto__",
    "constructor",
    "toString",
    "unique()",
    "current",
  ),
  fc
    .constantFrom("a", "é", "\u{1f600}", "\u0000", "[", "{", "%", "(a+)+")
    .chain((unit) => fc.constantFrom(255, 256, 257, 2048, 65_536).map((length) => unit.repeat(length))),
)

/** What JSON text holds that `JSON.stringify` would not write. */
const oddJson: readonly string[] = [
  String.raw`"\ud800"`,
  String.raw`"\udc00\ud800"`,
  String.raw`"\u0000"`,
  String.raw`"\u00"`,
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"a":1,"a":2,"0":3,"-0":4,"00":5}',
  '{"":{"":""}}',
  "1e400",
  "-1e400",
  "1E-400",
  "-0",
  "-0.0",
  "123456789012345678901234567890",
  "9223372036854775807",
  "-9223372036854775809",
  "01",
  "1.",
  ".5",
  "+1",
  "NaN",
  "Infinity",
  "undefined",
  "'a'",
  "[1,]",
  '{"a":1,}',
  "/**/1",
  "TRUE",
  "nul",
  "\u{feff}1",
]

/** Lists and objects in each other, up to far beyond what PHP reads. */
const deepJson: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(["[", "]"], ['{"a":', "}"], ['{"__proto__":', "}"]),
    fc.constantFrom(64, 511, 512, 20_000),
  )
  .map(([[open = "", close = ""], depth]) => `${open.repeat(depth)}1${close.repeat(depth)}`)

/** JSON text of strange values; some of it is none. */
export const strangeJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 3, arbitrary: fc.constantFrom(...oddJson) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: deepJson },
)

/** A text that may stand anywhere. */
export const strangeText = text

/** Names of parameters as forms and queries write nested ones. */
export const nestedNames: readonly string[] = [
  "a[b][c]",
  "queries[]",
  "queries[0][x]",
  "queries[__proto__]",
  "prefs[constructor][prototype][isAdmin]",
  "[",
  "]",
  "a[",
  "a]b",
  "a.b",
  "[a]",
  `a${"[a]".repeat(100)}`,
  `a${"[]".repeat(1000)}`,
]

/** What is no percent-encoded UTF-8: cut, no hexadecimal digits, too long, half a character, beyond Unicode. */
export const BROKEN_PERCENTS = [
  "%",
  "%4",
  "%zz",
  "%c3",
  "%c0%af",
  "%ed%a0%80",
  "%f4%90%80%80",
  "%ff%fe",
  "%u0041",
] as const

/** The same as bytes. */
export const BROKEN_UTF8: readonly Buffer[] = [
  "c3",
  "c0af",
  "eda080",
  "edb080",
  "f4908080",
  "f8888080",
  "fffe",
  "80",
].map((hex) => Buffer.from(hex, "hex"))
