/** What is new each time, and what stands in its place. */
const MADE: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)/g, "(date)"],
  [/\d{4}-\d\d-\d\d \d\d:\d\d/g, "(minute)"],
  [/\d\d:\d\d:\d\d\.\d{3}/g, "(time)"],
  [/ +\d+\.\d ms/g, " (duration)"],
  [/\$argon2id\$[^'"]*/g, "(hash)"],
  [/\b[0-9a-f]{20}\b/g, "(id)"],
  [/'[0-9a-f]{10}'/g, "'(code)'"],
  [/\b\d{6}\b/g, "(code)"],
  [/127\.0\.0\.1:\d+/g, "(address)"],
  [/"(port|pid)":\d+/g, '"$1":(number)'],
  [/(Signature: )\S+/g, "$1(signature)"],
]

/** A text in which nothing is left that differs from run to run. */
export function withoutWhatIsMade(text: string): string {
  return MADE.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text.trim())
}
