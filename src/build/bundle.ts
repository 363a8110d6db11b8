import { realpathSync } from "node:fs"
import { isAbsolute, normalize } from "node:path"
import { build } from "rolldown"
import { entries } from "./entries.ts"

/** Puts the sources into few files: Node.js takes half a millisecond for each that it loads, and the start is felt. */

/**
 * What every start takes up to the first answer, with all that these import, in one file. The command's own file is not in
 * it: it waits for what loads this one.
 */
const START = [
  "src/emulator.ts",
  "src/cli/program.ts",
  "src/cli/start.ts",
  "src/cli/banner.ts",
  "src/cli/style.ts",
  "src/cli/print-requests.ts",
  "src/profiles/1.9.ts",
  "src/services/health/endpoints.ts",
].map((file) => realpathSync(file))

await build({
  input: entries(),
  platform: "node",
  // Packages stay what they are.
  external: (id) => !id.startsWith(".") && !isAbsolute(id),
  // Some of what is loaded late elsewhere is part of the start, and so is there already.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: "dist",
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: { groups: [{ name: "start", test: (id) => START.includes(normalize(id)) }] },
  },
})
