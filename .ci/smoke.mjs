// Installs a packed package into an empty folder and uses it as a newcomer would: on the command line, and in process.
import assert from "node:assert/strict"
import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const [tarball = "package.tgz"] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), "smoke-"))

try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  const npm = ["install", "--omit=dev", "--no-audit", "--no-fund", resolve(tarball)]
  execFileSync("npm", npm, { cwd: folder, stdio: "inherit" })
  await onTheCommandLine()
  inProcess()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function onTheCommandLine() {
  const command = join(folder, "node_modules/.bin/appwrite-users-emulator")
  const child = spawn(command, ["--port", "0", "--json", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] })
  const [line] = await once(child.stdout.setEncoding("utf8"), "data")
  const { endpoint, projectId, apiKey } = JSON.parse(line)
  const response = await fetch(`${endpoint}/users`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-appwrite-project": projectId,
      "x-appwrite-key": apiKey,
    },
    body: JSON.stringify({ userId: "ada", email: "ada@example.com", password: "correct horse" }),
  })
  assert.equal(response.status, 201)
  assert.equal((await response.json()).email, "ada@example.com")
  child.kill("SIGTERM")
  const [code] = await once(child, "exit")
  assert.equal(code, 0)
}

function inProcess() {
  const script = `
    import { createEmulator } from "appwrite-users-emulator"
    const response = await (await createEmulator()).fetch(new Request("http://localhost/v1/health/version"))
    console.log(response.status)`
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    encoding: "utf8",
  })
  assert.equal(printed, "200\n")
}
