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

/** Runs a program of the document with the client that is installed here, and brings what it prints. */
async function run(script: string): Promise<string> {
  const program = script.replace('from "node-appwrite"', 'from "node-appwrite-27"')
  const args = ["--input-type=module", "--eval", program]
  return (await promisify(execFile)(process.execPath, args, { cwd: root })).stdout
}

test("the first steps in README.md print what they say", { timeout: 30_000 }, async () => {
  const { url, close } = await (await createEmulator()).listen()
  const script = block("first-steps").replace("http://127.0.0.1:4590/v1", `${url}/v1`)
  const stdout = await run(script).finally(close)
  expect(withoutWhatIsMade(stdout)).toBe(withoutWhatIsMade(block("first-steps-output")))
})

test("the tests for node:test in README.md pass", async () => {
  const stdout = await run(block("with-node-test"))
  expect(stdout).toMatch(/^(#|ℹ) pass 2$/m)
})

test("the handlers for MSW in README.md answer an app whose endpoint is fixed", async () => {
  const app = `
    console.log((await (await fetch("https://cloud.appwrite.io/v1/health/version")).json()).version)
    server.close()`
  expect(await run(block("with-msw") + app)).toBe("1.9.6\n")
})
