import { createReadStream } from "node:fs"
import { Readable } from "node:stream"
import { dataUnreadable } from "../data/data-error.ts"
import { MEDIA_TYPE } from "../data/format.ts"
import { wholeData } from "../data/whole-data.ts"
import { writeWhole } from "../data/write-whole.ts"
import type { ExportOptions } from "./export.ts"
import { runAgainstEmulator } from "./run-against-emulator.ts"
import { CannotAsk, type EmulatorPlace } from "./running-emulator.ts"

/** Runs `export` and sets the exit code of the process. */
export async function exportFile(file: string, { project, ...place }: ExportOptions): Promise<void> {
  await runAgainstEmulator(place, async ({ ask, endpoint }) => {
    const { body } = await ask("data", { project })
    const chunks = wholeData(body ?? [], new URL(endpoint).host)
    await orExplain(async () => {
      if (file === "-") for await (const chunk of chunks) process.stdout.write(chunk)
      else await writeWhole(file, chunks)
    })
  })
}

/** Runs `import` and sets the exit code of the process. */
export async function importFile(file: string, place: EmulatorPlace): Promise<void> {
  await runAgainstEmulator(place, async ({ ask }) => {
    const body = await orExplain(() => openForReading(file))
    const headers = { "content-type": MEDIA_TYPE }
    const answer = await ask("data", {}, { method: "PUT", headers, body, duplex: "half" })
    const { projects }: { readonly projects: readonly string[] } = JSON.parse(await answer.text())
    process.stderr.write(`Imported ${projects.join(", ") || "no project"}.\n`)
  })
}

async function openForReading(file: string) {
  const stream = createReadStream(file)
  await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject)).catch(
    (error: unknown) => {
      throw dataUnreadable(file, error)
    },
  )
  return Readable.toWeb(stream)
}

/** What is wrong with a file is told like all that keeps a command from its work. */
async function orExplain<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new CannotAsk(error instanceof Error ? error.message : String(error))
  }
}
