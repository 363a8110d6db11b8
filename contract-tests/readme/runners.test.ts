import { once } from "node:events"
import { createServer } from "node:net"
import { afterAll, beforeAll, expect, vi } from "vitest"
import { parse } from "yaml"
import { blockOf, checkBlocks } from "./check-blocks.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 120_000 })
const folder = userFolder()
beforeAll(() => folder.write("seed.yaml", blockOf("seeds", "yaml")))
afterAll(folder.remove)

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("There is no port")
  return address.port
}

interface Job {
  readonly env: Readonly<Record<string, string>>
  readonly steps: readonly { readonly run?: string }[]
}

/** The tests of an app in any language. */
const ASK = "ask.mjs"

checkBlocks("runners", {
  async vitest(code) {
    folder.write("users.test.ts", code)
    expect(await folder.shell("npx vitest run --reporter=verbose users.test.ts")).toMatch(
      /Tests {2}1 passed \(1\)/,
    )
  },
  async "node test"(code) {
    expect(await folder.node(code)).toMatch(/^(#|ℹ) pass 2$/m)
  },
  async msw(code) {
    const app = `
      console.log((await (await fetch("https://cloud.appwrite.io/v1/health/version")).json()).version)
      server.close()`
    expect(await folder.node(code + app)).toBe("1.9.6\n")
  },
  async jest(code) {
    folder.write("users.test.mjs", code)
    const line = "NODE_OPTIONS=--experimental-vm-modules npx jest users.test.mjs"
    expect(await folder.shell(line)).toMatch(/Tests: +2 passed, 2 total/)
  },
  async playwright(code, part) {
    const port = String(await freePort())
    folder.write("playwright.config.ts", code.replace("4590", port))
    folder.write("users.spec.ts", part("test").replaceAll("4590", port))
    const env = { EMULATOR_PORT: port, CI: "true" }
    expect(await folder.shell("npx playwright test --reporter=list", env)).toMatch(/^ +1 passed/m)
    await expect(fetch(`http://127.0.0.1:${port}/v1/health/version`)).rejects.toThrow()
  },
  async "github actions"(code) {
    const port = String(await freePort())
    const { jobs }: { jobs: Record<string, Job> } = parse(code.replaceAll("4590", port))
    const [{ env, steps } = { env: {}, steps: [] }] = Object.values(jobs)
    folder.write("package.json", JSON.stringify({ scripts: { test: `node ${ASK}` } }))
    folder.write(ASK, "console.log((await fetch(process.env.APPWRITE_ENDPOINT + '/health/version')).status)")
    const lines = steps.flatMap(({ run }) => (run === undefined || run === "npm ci" ? [] : [run]))
    expect(lines).toHaveLength(3)
    const printed = await folder.shell(`${lines.join("\n")}\nkill %1`, { ...env, EMULATOR_PORT: port })
    expect(printed).toMatch(/^200$/m)
  },
})
