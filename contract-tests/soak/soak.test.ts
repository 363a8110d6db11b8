import { expect, test } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { garbageCollector } from "./garbage-collector.ts"
import { type SoakReport, soak } from "./soak.ts"
import { growthOf, wrongIn } from "./verdict.ts"

const collectGarbage = garbageCollector()
const used = (...bytes: readonly number[]) => bytes.map((one) => ({ used: one, resident: one }))

/** What a good run sees. */
const good: SoakReport = {
  requests: 1000,
  deleted: 40,
  memory: used(90, 95, 100, 100, 101, 100, 102, 101, 100, 109),
  handles: { before: ["TCPServerWrap"], after: ["TCPServerWrap"], closed: [] },
  bounded: { projects: 1, "audit log": 20_000 },
  left: {},
  broken: [],
}

test("growth is that from the third tenth to the last", () => {
  expect(growthOf(good)).toBeCloseTo(0.09)
  expect(wrongIn(good)).toEqual([])
})

test.each<[string, Partial<SoakReport>, string]>([
  ["memory", { memory: used(1, 1, 100, 100, 100, 100, 100, 100, 100, 111) }, "memory grew by 11.0 %"],
  ["handles", { handles: { ...good.handles, after: ["TCPServerWrap", "Timeout"] } }, "handles are left"],
  ["the port", { handles: { ...good.handles, closed: ["TCPServerWrap"] } }, "the port is closed"],
  ["records", { left: { tokens: 3 } }, "3 tokens are left"],
  ["what is bounded", { bounded: { "audit log": 20_001 } }, "there are 20001 in the audit log"],
  ["deletions", { deleted: 0 }, "nobody was deleted"],
  ["invariants", { broken: ["users: broken"] }, "users: broken"],
])("a run fails for its %s", (_, seen, wrong) => {
  expect(wrongIn({ ...good, ...seen })).toEqual([expect.stringContaining(wrong)])
})

test("what an emulator forgets to let go of is found", async () => {
  const emulator = await createEmulator()
  const leaked: unknown[] = []
  const timers: NodeJS.Timeout[] = []
  emulator.events.on("users.*.create", () => {
    leaked.push(Buffer.alloc(1_000_000).fill(1))
    timers.push(setInterval(() => {}, 100_000))
  })
  const report = await soak({ seconds: 8, collectGarbage, emulator, fill: false })
  for (const timer of timers) clearInterval(timer)
  expect(report.deleted).toBeGreaterThan(0)
  expect(report.left).toEqual({})
  expect(report.broken).toEqual([])
  expect(wrongIn(report)).toEqual([
    expect.stringMatching(/^memory grew by \d/),
    expect.stringContaining("handles are left"),
    expect.stringContaining("the port is closed"),
  ])
})
