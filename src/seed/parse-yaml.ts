import { parseDocument } from "yaml"
import { SeedError } from "./seed-error.ts"
import { textPlace } from "./text-place.ts"

/** @throws SeedError which names line and column of each mistake. */
export function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) {
    throw new SeedError(
      file,
      document.errors.map(({ message, pos: [at] }) => ({
        path: "",
        reason: `${textPlace(text, at)}: ${message}`,
      })),
    )
  }
  return document.toJS()
}
