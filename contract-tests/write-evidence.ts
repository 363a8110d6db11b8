import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { currentEvidence } from "./evidence.ts"

const files = {
  recorded: fileURLToPath(new URL("../src/evidence/recorded.ts", import.meta.url)),
  sdkCalls: fileURLToPath(new URL("../src/evidence/sdk-calls.ts", import.meta.url)),
}

const { recorded, sdkCalls } = await currentEvidence()

writeFileSync(
  files.recorded,
  `import type { RecordedVersions } from "./evidence-table.ts"

/** Made from the recordings by \`npm run evidence\`. */
export const recorded: RecordedVersions = ${JSON.stringify(recorded)}
`,
)
writeFileSync(
  files.sdkCalls,
  `/** By route, the methods of node-appwrite that call it. Made by \`npm run evidence\`. */
export const sdkCalls: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(sdkCalls)}
`,
)
execFileSync("npx", ["biome", "format", "--write", ...Object.values(files)], { stdio: "inherit" })
