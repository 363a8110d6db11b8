import { parseDocument } from "yaml"
import { SeedError } from "./seed-error.ts"
import { textPlace } from "./text-place.ts"

/**
 * A tag that YAML itself does not know means nothing here, and no code: it is a mistake, as is what only `yaml` warns of.
 * @throws SeedError which names line and column of each mistake.
 */
export function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true })
  const mistakes = [...document.errors, ...document.warnings]
  if (mistakes.length > 0) {
    throw new SeedError(
      file,
      mistakes.map(({ message, pos: [at] }) => ({
        path: "",
        reason: `${textPlace(text, at)}: ${message}`,
      })),
    )
  }
  try {
    return document.toJS()
  } catch (error) {
    // An alias without its anchor, or so many of them that they would fill the memory.
    throw new SeedError(file, [{ path: "", reason: error instanceof Error ? error.message : String(error) }])
  }
}
