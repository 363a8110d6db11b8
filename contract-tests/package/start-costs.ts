import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const DIST = fileURLToPath(new URL("../../dist", import.meta.url))
const RUNS = 11

/** What the package imports of a package: `@noble/hashes/scrypt.js`, say. */
function importsOf(name: string): readonly string[] {
  const specifier = new RegExp(`["'](${name}(?:/[\\w./-]+)?)["']`, "g")
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  )
  const found = files.flatMap((file) =>
    [...readFileSync(join(DIST, file), "utf8").matchAll(specifier)].map(([, specifier = name]) => specifier),
  )
  return [...new Set(found)]
}

/** Milliseconds until all is loaded that is used of a package, in a process of its own: the median of some. */
export function startCost(name: string): number {
  const specifiers = JSON.stringify(importsOf(name))
  const script = `
    import { existsSync } from "node:fs"
    import { createRequire } from "node:module"
    const require = createRequire(import.meta.url)
    const urls = ${specifiers}.map((specifier) => {
      const url = import.meta.resolve(specifier)
      // Some is required, by the rules of CommonJS.
      return existsSync(new URL(url)) ? url : require.resolve(specifier)
    })
    const start = performance.now()
    for (const url of urls) await import(url)
    console.log(performance.now() - start)`
  const times = Array.from({ length: RUNS }, () => {
    const node = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: DIST,
      encoding: "utf8",
    })
    if (node.status !== 0) throw new Error(`${name} can't be loaded: ${node.stderr}`)
    return Number(node.stdout)
  })
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
}
