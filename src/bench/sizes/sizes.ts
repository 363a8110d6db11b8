import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { SizeResult } from "./one-size.ts"

const PROGRAM = fileURLToPath(new URL("size-process.ts", import.meta.url))
/** MiB: a million users take one GiB, and seeding them some more. */
const MOST_HEAP = 6144

/** Measures each number of users in a process of its own, so that no one pays for what another one left behind. */
export async function measureSizes(sizes: readonly number[], seconds: number): Promise<SizeResult[]> {
  const results: SizeResult[] = []
  for (const users of sizes) {
    const args = [`--max-old-space-size=${MOST_HEAP}`, "--expose-gc", "--import", "tsx", PROGRAM]
    const { stdout } = await promisify(execFile)(process.execPath, [...args, String(users), String(seconds)])
    const result: SizeResult = JSON.parse(stdout)
    results.push(result)
  }
  return results
}
