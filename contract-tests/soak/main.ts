import { parseArgs } from "node:util"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { soak } from "./soak.ts"

const { values } = parseArgs({ options: { seconds: { type: "string", default: "600" } } })
setFlagsFromString("--expose-gc")
const collectGarbage: unknown = runInNewContext("gc")
if (typeof collectGarbage !== "function") throw new Error("The garbage collector can't be called")
const { requests, heaps, handles } = await soak(Number(values.seconds), () => collectGarbage())
const [third = 0, last = 0] = [heaps[2], heaps.at(-1)]
const growth = last / third - 1
const mebibytes = heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(" ")
console.log(`${requests} requests; heap after each tenth, in MiB: ${mebibytes}`)
console.log(
  `from the third tenth to the last: ${(growth * 100).toFixed(1)} %; handles ${handles.before} → ${handles.after}`,
)
process.exitCode = growth > 0.1 || handles.after > handles.before ? 1 : 0
