import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"
import { fuzz } from "./fuzz.ts"

const { values } = parseArgs({
  options: { requests: { type: "string", default: "100000" }, seed: { type: "string" } },
})
const seed = Number(values.seed ?? randomInt(2 ** 30))
console.log(`npm run fuzz -- --requests ${values.requests} --seed ${seed}`)
const { sent, statuses, findings } = await fuzz({
  requests: Number(values.requests),
  seed,
  ownsProcess: true,
  progress: (done) => {
    if (done % 6000 === 0) console.log(`${done} requests`)
  },
})
const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
console.log(`${sent} requests; answers ${counts.join(", ")}`)
for (const finding of findings) console.log(`\n${finding}`)
process.exitCode = findings.length === 0 ? 0 : 1
