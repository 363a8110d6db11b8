import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import packageJson from "../../package.json" with { type: "json" }

/** Leaves of the declarations those that users can come to from what the package shows: the rest is nobody's. */

/** Of `export … from "./a.ts"`, `import … from` and `import("./a.ts")`. */
const IMPORT = /(?:from|import)\s*\(?\s*["'](\.[^"']+)\.[jt]s["']/g

const reached = new Set<string>()

function reach(file: string): void {
  if (reached.has(file)) return
  reached.add(file)
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    reach(join(file, "..", `${path}.d.ts`))
  }
}

for (const entry of Object.values(packageJson.exports)) {
  if (typeof entry !== "string") reach(join(".", entry.types))
}

for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  const file = join("dist", name)
  if (file.endsWith(".d.ts") && !reached.has(file)) rmSync(file)
}
