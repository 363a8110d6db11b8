import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"
import { garbageCollector } from "../soak/garbage-collector.ts"
import { fuzz, isRoute } from "./fuzz.ts"
import { TARGETS } from "./target.ts"

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seed: { type: "string" },
    target: { type: "string" },
  },
})
const seed = Number(values.seed ?? randomInt(2 ** 30))
const targets = TARGETS.filter((name) => name === (values.target ?? name))
if (targets.length === 0) throw new RangeError(`--target takes one of ${TARGETS.join(", ")}`)
console.log(`npm run fuzz -- --requests ${values.requests} --seed ${seed}`)

const start = performance.now()
const { sent, statuses, kinds, neverWell, memory, findings } = await fuzz({
  requests: Number(values.requests),
  seed,
  targets,
  ownsProcess: true,
  collectGarbage: garbageCollector(),
  progress: (done) => {
    if (done % 6000 === 0) console.log(`${done} requests`)
  },
})
const counted = <K extends string | number>(counts: Iterable<readonly [K, number]>) =>
  Array.from(counts, ([key, number]) => `${key}: ${number}`).join(", ")
const routes = [...kinds].filter(([kind]) => isRoute(kind))
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
console.log(`${sent} requests in ${Math.round((performance.now() - start) / 1000)} s`)
console.log(`answers ${counted([...statuses].sort(([a], [b]) => a - b))}`)
console.log(`sent ${counted([...kinds].filter(([kind]) => !isRoute(kind)))}`)
console.log(`${routes.length} routes, each at least ${Math.min(...routes.map(([, number]) => number))} times`)
if (neverWell.length > 0) console.log(`without a success: ${neverWell.join(", ")}`)
if (memory !== undefined) console.log(`memory in use: ${mebibytes(memory.early)} → ${mebibytes(memory.late)}`)
for (const finding of findings) console.log(`\n${finding}`)
process.exitCode = findings.length === 0 ? 0 : 1
