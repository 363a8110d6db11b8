import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../../src/emulator.ts"
import { methodsOf, watched } from "./methods.ts"

/** Calls one method of a client's service, and checks what comes back. */
export type Check<Service> = (service: Service) => Promise<void>

/** By the name of the method. */
export type Checks<Service> = Readonly<Record<string, Check<Service>>>

/**
 * Tests a service of an official client against an emulator on a port: every method that the class has needs a check
 * that calls it.
 *
 * @param prototype of the service's class.
 * @param connect makes the service, given the endpoint.
 */
export function testEveryMethod<Service extends object>(
  prototype: object,
  connect: (endpoint: string) => Service,
  checks: Checks<Service>,
): void {
  const called = new Set<string>()
  let emulator: Emulator | undefined
  let connection: { readonly service: Service; close(): Promise<void> } | undefined

  beforeAll(async () => {
    emulator = await createEmulator()
    const { url, close } = await emulator.listen()
    connection = { service: watched(connect(`${url}/v1`), (method) => called.add(method)), close }
  })
  afterAll(() => connection?.close())
  beforeEach(async () => {
    emulator?.reset()
    called.clear()
  })

  test.each(methodsOf(prototype))("%s", async (method) => {
    const check = checks[method]
    if (check === undefined || connection === undefined) throw new Error(`nothing checks ${method}`)
    await check(connection.service)
    expect([...called]).toContain(method)
  })

  test("no check is left over", () => {
    expect(Object.keys(checks).sort()).toEqual(methodsOf(prototype).sort())
  })
}
