import { mapStrings } from "../json-value.ts"
import type { SentStep } from "../transcript.ts"
import { translateText } from "../translate.ts"
import type { Twins } from "../twins.ts"

/** A step as it was sent to the other server: with the twins of its values put in. Time-based codes stay secrets. */
export function translateStep(sent: SentStep, twins: Twins): SentStep {
  const translate = (text: string) => translateText(text, twins)
  const translateEach = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, translate(value)]))
  return {
    ...sent,
    path: translate(sent.path),
    query: Object.fromEntries(
      Object.entries(sent.query).map(([name, value]) => [
        name,
        typeof value === "string" ? translate(value) : value.map(translate),
      ]),
    ),
    headers: translateEach(sent.headers),
    content:
      sent.content === undefined
        ? undefined
        : "raw" in sent.content
          ? { raw: translate(sent.content.raw) }
          : { json: mapStrings(sent.content.json, translate) },
  }
}
