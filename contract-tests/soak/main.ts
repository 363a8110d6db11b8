import { parseArgs } from "node:util"
import { garbageCollector } from "./garbage-collector.ts"
import { soak } from "./soak.ts"
import { growthOf, wrongIn } from "./verdict.ts"

const { values } = parseArgs({ options: { seconds: { type: "string", default: "600" } } })
const report = await soak({ seconds: Number(values.seconds), collectGarbage: garbageCollector() })
const { requests, deleted, memory, handles, bounded } = report
const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
console.log(`${requests} requests, ${deleted} users deleted`)
console.log(
  `MiB in use after each tenth: ${memory.map(({ used }) => mebibytes(used)).join(" ")}; ` +
    `of the process: ${memory.map(({ resident }) => mebibytes(resident)).join(" ")}`,
)
console.log(`from the third tenth to the last: ${(growthOf(report) * 100).toFixed(1)} %`)
console.log(
  `handles: ${handles.before.length} → ${handles.after.length}, ${handles.closed.length} with the port closed`,
)
console.log(
  `kept: ${Object.entries(bounded)
    .map(([name, size]) => `${name} ${size}`)
    .join(", ")}`,
)
const wrong = wrongIn(report)
for (const one of wrong) console.log(`WRONG: ${one}`)
process.exitCode = wrong.length === 0 ? 0 : 1
