import type { ProjectState } from "../project/projects.ts"
import { DuplicateError } from "../store/collection.ts"
import { dataInvalid } from "./data-error.ts"
import { END, fileHead } from "./format.ts"
import { type ProjectReader, projectReader } from "./project-reader.ts"
import { anyObject } from "./shapes/object.ts"
import { describeMisshapen, Misshapen } from "./shapes/shape.ts"
import { textLines } from "./text-lines.ts"

/**
 * Reads what {@link writeData} wrote, as it arrives. Nothing of it is put anywhere: that is left to who asked.
 * @param source what errors call the text.
 * @throws EmulatorError `data_invalid`, with line and path, for all that no emulator writes.
 */
export async function readData(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
): Promise<readonly ProjectState[]> {
  const projects = new Map<string, ProjectState>()
  let current: ProjectReader | undefined
  let isEnd = false
  let last = 0
  function finish(): void {
    const done = current?.finish()
    if (done !== undefined) projects.set(done.id, done)
    current = undefined
  }
  function read(value: unknown): void {
    if (isEnd) throw new Misshapen("there is something after the end")
    if (last === 1) {
      fileHead(value)
      return
    }
    const written = anyObject(value)
    if (Object.hasOwn(written, END)) {
      finish()
      isEnd = true
    } else if (Object.hasOwn(written, "project")) {
      finish()
      current = projectReader(written.project)
      if (projects.has(current.id)) throw new Misshapen(`project ${current.id} is there twice`)
    } else if (current === undefined) throw new Misshapen("expected a project")
    else current.read(written)
  }
  for await (const { line, text } of textLines(chunks, source)) {
    last = line
    try {
      read(parsed(text))
    } catch (error) {
      throw refusal(error, { source, line })
    }
  }
  if (!isEnd) throw dataInvalid({ source, line: last + 1 }, "the end is missing: the file was cut off")
  return [...projects.values()]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Misshapen("this is no JSON")
  }
}

function refusal(error: unknown, place: { source: string; line: number }): unknown {
  if (error instanceof Misshapen) return dataInvalid(place, describeMisshapen(error))
  if (error instanceof DuplicateError) {
    return dataInvalid(place, `${error.index}: a record with the same one was there before`)
  }
  return error
}
