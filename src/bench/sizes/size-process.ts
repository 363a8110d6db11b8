import { measureSize } from "./one-size.ts"

/** The program that measures one number of users in a process of its own, and writes the result as JSON. */
const [users, seconds] = process.argv.slice(2).map(Number)
const collectGarbage: unknown = Reflect.get(globalThis, "gc")
if (typeof collectGarbage !== "function") throw new Error("To be started with --expose-gc")
console.log(JSON.stringify(await measureSize(users ?? 0, seconds ?? 1, () => collectGarbage())))
