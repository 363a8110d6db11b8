import { afterAll, expect, test } from "vitest"
import { userFolder } from "./readme/user-folder.ts"

const folder = userFolder()
afterAll(folder.remove)

folder.write(
  "seed.ts",
  `import type { Seed } from "appwrite-users-emulator"
const seed: Seed = { users: [{ $id: "ada" }] }
export default () => seed
`,
)

const COUNT = `
import { createEmulator } from "appwrite-users-emulator"
const emulator = await createEmulator({ seed: "seed.ts" })
console.log(emulator.project("emulator").userCount)
`

const TSX = new URL("../node_modules/tsx/dist/loader.mjs", import.meta.url).href

const readsTypeScript = Boolean(Reflect.get(process.features, "typescript"))

test.runIf(readsTypeScript)("a seed may be written in TypeScript", async () => {
  expect(await folder.node(COUNT)).toBe("1\n")
})

test.runIf(!readsTypeScript)("a Node that reads no TypeScript says so, and what to do", async () => {
  expect(
    await folder.shell("appwrite-users-emulator --seed seed.ts; echo $?"),
  ).toBe(`seed.ts: Node ${process.version} can't read TypeScript: use Node 22.18 or later, install tsx and set NODE_OPTIONS="--import tsx", or write the seed as .mjs, .json or .yaml
Nothing started.
2
`)
})

test("what it says to do is enough", async () => {
  expect(await folder.node(COUNT, "--import", TSX)).toBe("1\n")
})
