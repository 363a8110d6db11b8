import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseTranscript, type Transcript } from "../src/contract/transcript.ts"

const folder = fileURLToPath(new URL("recordings", import.meta.url))

/** The versions of Appwrite that were recorded, the oldest first. */
export function recordedVersions(): readonly string[] {
  return readdirSync(folder).sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
}

/** The recordings' files of all versions. */
export function allRecordingFiles(): readonly string[] {
  return recordedVersions().flatMap(recordingFiles)
}

/**
 * The recordings' files of a server version, in order of their names.
 *
 * @param version a folder of `recordings`, for instance `1.9.6`.
 */
export function recordingFiles(version: string): readonly string[] {
  return readdirSync(join(folder, version), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(version, file))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
}

/** Reads one of the recordings' files. */
export function readRecording(file: string): Transcript {
  return parseTranscript(readFileSync(join(folder, file), "utf8"), file)
}
