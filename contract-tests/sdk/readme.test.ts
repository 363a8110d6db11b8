import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { createEmulator } from "../../src/emulator.ts"

const root = new URL("../../", import.meta.url)
const readme = readFileSync(new URL("README.md", root), "utf8")

/** What the server makes is new each time. */
function withoutWhatIsMade(printed: string): string {
  return printed
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+\+00:00/g, "(date)")
    .replace(/\$argon2id\$[^']*/g, "(hash)")
    .replace(/'[0-9a-f]{20}'/g, "'(id)'")
    .replace(/'[0-9a-f]{10}'/g, "'(code)'")
}

/** The code block behind a comment. */
function block(name: string): string {
  const [, code] = new RegExp(`<!-- ${name} -->\n\`\`\`\\w+\n(.*?)\`\`\``, "s").exec(readme) ?? []
  if (code === undefined) throw new Error(`README.md has no block ${name}`)
  return code
}

test("the first steps in README.md print what they say", { timeout: 30_000 }, async () => {
  const { url, close } = await (await createEmulator()).listen()
  const script = block("first-steps")
    .replace("http://127.0.0.1:4590/v1", `${url}/v1`)
    .replace('from "node-appwrite"', 'from "node-appwrite-27"')
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { cwd: root })
  const { stdout } = await run.finally(close)
  expect(withoutWhatIsMade(stdout)).toBe(withoutWhatIsMade(block("first-steps-output")))
})
