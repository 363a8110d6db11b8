import { createReadStream } from "node:fs"
import { Readable } from "node:stream"
import { codeOf, dataUnreadable } from "../data/data-error.ts"
import { MEDIA_TYPE } from "../data/format.ts"
import { wholeData } from "../data/whole-data.ts"
import { writeWhole } from "../data/write-whole.ts"
import type { DataOptions } from "./export.ts"

/** What control routes want to see. */
const CONTROL = { "x-emulator-control": "1" }

/** Runs `export` and sets the exit code of the process. */
export async function exportFile(file: string, { endpoint, project }: DataOptions): Promise<void> {
  await orExplain(async () => {
    const url = dataUrl(endpoint)
    if (project !== undefined) url.searchParams.set("project", project)
    const { body } = await ask(url, { headers: CONTROL })
    const chunks = wholeData(body ?? [], url.host)
    if (file === "-") for await (const chunk of chunks) process.stdout.write(chunk)
    else await writeWhole(file, chunks)
  })
}

/** Runs `import` and sets the exit code of the process. */
export async function importFile(file: string, { endpoint }: DataOptions): Promise<void> {
  await orExplain(async () => {
    const stream = createReadStream(file)
    await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject)).catch(
      (error: unknown) => {
        throw dataUnreadable(file, error)
      },
    )
    const headers = { ...CONTROL, "content-type": MEDIA_TYPE }
    const body = Readable.toWeb(stream)
    const answer = await ask(dataUrl(endpoint), { method: "PUT", headers, body, duplex: "half" })
    const { projects }: { readonly projects: readonly string[] } = JSON.parse(await answer.text())
    process.stderr.write(`Imported ${projects.join(", ") || "no project"}.\n`)
  })
}

function dataUrl(endpoint: string): URL {
  return new URL("/_emulator/data", endpoint)
}

/** @throws Error that says why there is no answer, or what it says. */
async function ask(url: URL, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw new Error(
      `No emulator answers at ${url.origin} (${codeOf(causeOf(error)) ?? String(error)}). Start one, or say --endpoint.`,
    )
  })
  if (answer.ok) return answer
  const text = await answer.text()
  throw new Error(`The emulator refused: ${errorIn(text) ?? `${answer.status} ${text.slice(0, 200)}`}`)
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : error
}

function errorIn(text: string): string | undefined {
  try {
    const { error }: { readonly error?: unknown } = JSON.parse(text)
    return typeof error === "string" ? error : undefined
  } catch {
    return undefined
  }
}

async function orExplain(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
