import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, test } from "vitest"
import packageJson from "../../package.json" with { type: "json" }

const ROOT = fileURLToPath(new URL("../../", import.meta.url))

let files: readonly string[]

beforeAll(() => {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"]
  const shell = process.platform === "win32"
  const [packed]: { files: { path: string }[] }[] = JSON.parse(
    execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", shell }),
  )
  files = packed?.files.map(({ path }) => path) ?? []
})

test("the published package holds what is meant for users, and nothing else", () => {
  const meant =
    /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|docs\/[a-z-]+\.md|dist\/seed\.schema\.json|dist\/.+\.(?:js|d\.ts))$/
  expect(files.filter((file) => !meant.test(file))).toEqual([])
  const notMeant = /\.test\.|test-support|bench|fuzz|recording|\.map$/i
  expect(files.filter((file) => notMeant.test(file))).toEqual([])
  for (const target of [...Object.values(packageJson.exports), ...Object.values(packageJson.bin)]) {
    const paths = typeof target === "string" ? [target] : Object.values(target)
    for (const path of paths) expect(files).toContain(path.replace("./", ""))
  }
})

test("none of its files names a source map, or a folder of the machine that built it", () => {
  const code = files.filter((file) => file.startsWith("dist/"))
  expect(code.length).toBeGreaterThan(10)
  const wrong = code.filter((file) => {
    const text = readFileSync(join(ROOT, file), "utf8")
    return text.includes("sourceMappingURL") || text.includes(ROOT)
  })
  expect(wrong).toEqual([])
})

test("declarations lead to declarations that are there", () => {
  const declarations = files.filter((file) => file.endsWith(".d.ts"))
  const missing = declarations.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8")
    return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)\.ts"/g)]
      .map(([, path = ""]) => join(file, "..", `${path}.d.ts`))
      .filter((path) => !declarations.includes(path))
  })
  expect(missing).toEqual([])
})
