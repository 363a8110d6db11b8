import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"))
})
afterAll(() => rm(folder, { recursive: true }))

/** What prototypes and the process would have after something reached them. */
afterEach(() => {
  const untouched: object = {}
  expect(untouched).not.toHaveProperty("polluted")
  expect(globalThis).not.toHaveProperty("polluted")
})

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const planted = async (name: string, text: string) => createEmulator({ seed: await file(name, text) })

const prefsOf = async (emulator: Awaited<ReturnType<typeof planted>>) => {
  const headers = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }
  const response = await emulator.fetch(new Request("http://localhost/v1/users/ada/prefs", { headers }))
  return response.text()
}

const PREFS = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}'

describe.each(["json", "yaml"])("a seed in %s", (kind) => {
  test("has prototypes' names for names like any other, and gives them back", async () => {
    const emulator = await planted(`prefs.${kind}`, `{"users":[{"$id":"ada","prefs":${PREFS}}]}`)
    expect(await prefsOf(emulator)).toBe(PREFS)
    const data = join(folder, `${kind}.ndjson`)
    await emulator.export(data)
    expect(await prefsOf(await createEmulator({ data }))).toBe(PREFS)
  })

  test.each([
    '{"__proto__":{"users":[]}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"users":[{"$id":"ada","__proto__":{"polluted":1}}]}',
    '{"users":[{"$id":"ada","hasOwnProperty":1}]}',
    '{"settings":{"__proto__":{"polluted":1}}}',
  ])("is refused with members that are not its own: %s", async (text) => {
    await expect(planted(`members.${kind}`, text)).rejects.toThrow("There is no such member")
  })
})

describe("YAML", () => {
  test("runs no code, whatever its tags say", async () => {
    for (const tag of ["!!js/function", "!!js/undefined", "!!python/object/apply:os.system", "!include"]) {
      const text = `users: [${tag} "globalThis.polluted = 1"]`
      await expect(planted("tag.yaml", text)).rejects.toThrow("Unresolved tag")
    }
  })

  test("with more aliases than anybody writes is refused, and takes no memory", async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = Array(9).fill(level === 0 ? "x" : `*a${level - 1}`)
      return `a${level}: &a${level} [${items}]`
    })
    await expect(planted("bomb.yaml", levels.join("\n"))).rejects.toThrow("Excessive alias count")
  })

  test("that holds itself is refused", async () => {
    const text = "users: [{ $id: ada, prefs: &p { in: *p, again: *p } }]"
    await expect(planted("circle.yaml", text)).rejects.toThrow("There is no JSON for this value")
  })
})

describe("what comes over HTTP", () => {
  const control = async (method: string, path: string, body: string) => {
    const emulator = await createEmulator()
    const request = new Request(`http://localhost/_emulator${path}`, {
      method,
      headers: { "x-emulator-control": "1" },
      body,
    })
    const response = await emulator.fetch(request)
    return { emulator, status: response.status, text: await response.text() }
  }

  test("names no file: neither to be read nor to be run", async () => {
    const module = await file("run.mjs", "globalThis.polluted = 1\nexport default {}")
    for (const body of [JSON.stringify(module), JSON.stringify({ seed: module, file: module })]) {
      const { status } = await control("PUT", "/projects/emulator/seed", body)
      expect(status).toBe(400)
      expect((await control("PUT", "/data", body)).status).toBe(400)
    }
  })

  test("has prototypes' names for names like any other", async () => {
    const { emulator, status } = await control(
      "PUT",
      "/projects/emulator/seed",
      `{"users":[{"$id":"ada","prefs":${PREFS}}]}`,
    )
    expect(status).toBe(200)
    expect(await prefsOf(emulator)).toBe(PREFS)
    expect((await control("PUT", "/projects/constructor", '{"keys":[{"secret":"a"}]}')).status).toBe(201)
    expect((await control("PUT", "/projects/emulator/seed", '{"__proto__":{"users":[]}}')).status).toBe(400)
    expect((await control("POST", "/faults", '{"__proto__":{"fault":{"status":500}}}')).status).toBe(400)
    expect((await control("POST", "/clock", '{"__proto__":{"freeze":true}}')).status).toBe(400)
  })
})

test("an import refuses what no export has, also under prototypes' names", async () => {
  const emulator = await planted("ada.json", '{"users":[{"$id":"ada","prefs":{"a":"b"}}]}')
  const data = join(folder, "data.ndjson")
  await emulator.export(data)
  const text = await readFile(data, "utf8")
  for (const [from, to] of [
    ['"$id":"ada"', '"$id":"ada","__proto__":{"polluted":1}'],
    ['"project":{', '"project":{"__proto__":{"polluted":1},'],
    ['"$id":"ada"', '"$id":"ada","constructor":{"polluted":1}'],
  ] as const) {
    expect(text).toContain(from)
    await file("data.ndjson", text.replace(from, to))
    await expect(createEmulator({ data })).rejects.toThrow("there is no member")
  }
})
