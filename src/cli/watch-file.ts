import { watch } from "node:fs"
import { readFile } from "node:fs/promises"
import { basename, dirname, resolve } from "node:path"

/** Editors write a file in several steps: milliseconds without any, after which it is taken as written. */
const SETTLED_AFTER = 100

/**
 * Watches a file from now on: also where it is replaced by another one, as many editors save.
 * @param changed is called when the file holds something else than before, and not again before it is done. A file that is
 * gone is not a change.
 * @returns ends it.
 */
export async function watchFile(file: string, changed: () => Promise<void>): Promise<() => void> {
  const path = resolve(file)
  const textOf = () => readFile(path, "utf8").catch(() => undefined)
  let last = await textOf()
  let settled: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  async function look(): Promise<void> {
    const text = await textOf()
    if (text === undefined || text === last) return
    last = text
    await changed()
  }
  // The folder knows when another file takes the name; the file itself would only know that it is gone.
  const watcher = watch(dirname(path), (_event, name) => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(settled)
    settled = setTimeout(() => {
      running = running.then(look)
    }, SETTLED_AFTER)
  })
  return () => {
    clearTimeout(settled)
    watcher.close()
  }
}
