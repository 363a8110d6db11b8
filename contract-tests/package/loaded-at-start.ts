import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))
const PACKAGE_NAME = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//

/** The packages of which something is loaded up to the first answer. V8 tells, when it is asked what was covered. */
export async function loadedAtStart(): Promise<ReadonlySet<string>> {
  const folder = mkdtempSync(join(tmpdir(), "loaded-"))
  try {
    const child = spawn(process.execPath, [MAIN, "--port", "0", "--json", "--quiet"], {
      env: { ...process.env, NODE_V8_COVERAGE: folder },
      stdio: ["ignore", "pipe", "inherit"],
    })
    const [line] = await once(child.stdout.setEncoding("utf8"), "data")
    const { endpoint }: { endpoint: string } = JSON.parse(line)
    await (await fetch(`${endpoint}/health/version`)).text()
    child.kill("SIGTERM")
    await once(child, "exit")
    const urls = readdirSync(folder).flatMap((name) => {
      const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(join(folder, name), "utf8"))
      return result.map(({ url }) => url)
    })
    return new Set(urls.flatMap((url) => PACKAGE_NAME.exec(url)?.[1] ?? []))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
