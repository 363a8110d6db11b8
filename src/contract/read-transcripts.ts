import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { CannotCompare } from "./lock-step/cannot-compare.ts"
import { parseTranscript, type Transcript } from "./transcript.ts"

/**
 * Reads the recordings in a folder and the folders in it, or a single one, in the order of their names.
 * @throws CannotCompare when there is none, or when a file is no recording.
 */
export function readTranscripts(path: string): readonly Transcript[] {
  const files = filesIn(path)
  if (files.length === 0)
    throw new CannotCompare(`There are no recordings in ${path}: no file ends in .json.`)
  return files.map((file) => {
    try {
      return parseTranscript(readFileSync(file, "utf8"), file)
    } catch (error) {
      throw new CannotCompare(error instanceof Error ? error.message : String(error))
    }
  })
}

function filesIn(path: string): readonly string[] {
  try {
    if (statSync(path).isFile()) return [path]
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .map((file) => join(path, file))
  } catch (error) {
    throw new CannotCompare(`${path} can't be read: ${error instanceof Error ? error.message : error}`)
  }
}
