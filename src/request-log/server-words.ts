import { isJsonObject, stringsIn } from "../contract/json-value.ts"
import type { Step } from "../contract/transcript.ts"
import type { KeptExchange } from "./kept-exchanges.ts"

/**
 * The texts of answers that no client chose: the server says them of its own accord, such as the factor `password`. A
 * secret that reads like one of them is not meant there.
 * @param steps of these exchanges, one each.
 */
export function serverWords(exchanges: readonly KeptExchange[], steps: readonly Step[]): ReadonlySet<string> {
  const chosen = new Set<string>()
  const answered = new Set<string>()
  for (const [index, { path, content, answer }] of steps.entries()) {
    const { params: declared = {}, path: route = "" } = exchanges[index]?.endpoint ?? {}
    const json = content !== undefined && "json" in content ? content.json : null
    const open = Object.entries(isJsonObject(json) ? json : {}).filter(
      ([name]) => !(Object.hasOwn(declared, name) && declared[name]?.validator.isSecret),
    )
    for (const [, value] of open) for (const text of stringsIn(value)) chosen.add(text)
    const segments = path.split("/")
    for (const [place, segment] of route.split("/").entries()) {
      if (segment.startsWith(":")) chosen.add(segments[place] ?? "")
    }
    for (const text of stringsIn(answer.body)) answered.add(text)
  }
  return new Set([...answered].filter((text) => !chosen.has(text)))
}
