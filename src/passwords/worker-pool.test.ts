import { expect, it } from "vitest"
import { callInWorker } from "./worker-pool.ts"

const bcryptText = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
const call = (password: string) =>
  callInWorker({ module: "hash-wasm", name: "bcryptVerify", args: [{ hash: bcryptText, password }] })

it("answers many calls at once, each with its own result", async () => {
  const passwords = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? "U*U" : `wrong ${index}`))
  expect(await Promise.all(passwords.map(call))).toEqual(passwords.map((password) => password === "U*U"))
})

it("passes on what the function throws, and goes on", async () => {
  const failing = { module: "hash-wasm", name: "bcryptVerify", args: [{ hash: "no hash", password: "x" }] }
  await expect(callInWorker(failing)).rejects.toThrow("Hash should be 60 bytes long")
  expect(await call("U*U")).toBe(true)
})

it("leaves the main thread free", async () => {
  const costly = bcryptText.replace("$05$", "$12$")
  const done = callInWorker({
    module: "hash-wasm",
    name: "bcryptVerify",
    args: [{ hash: costly, password: "x" }],
  })
  const first = await Promise.race([
    done.then(() => "worker"),
    new Promise((resolve) => setImmediate(resolve, "main thread")),
  ])
  expect(first).toBe("main thread")
  expect(await done).toBe(false)
})
