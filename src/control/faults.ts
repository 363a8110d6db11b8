import type { Fault } from "../faults/faults.ts"
import { readFaultRule } from "../faults/read-fault-rule.ts"
import type { ControlRoutes } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

/** Sets faults, tells how many requests they have struck, and takes them back. */
export const faultRoutes: ControlRoutes = (app, { emulator: { faults } }) => {
  app.get("/faults", (context) => context.json({ faults: faults.list().map(shown) }))
  app.post("/faults", async (context) => {
    const rule = readFaultRule(readObject(await context.req.text()))
    return context.json(shown(faults.add(rule)), 201)
  })
  app.delete("/faults", (context) => {
    faults.clear()
    return context.body(null, 204)
  })
  app.delete("/faults/:faultId", (context) => {
    const id = context.req.param("faultId")
    const fault = faults.list().find((one) => one.id === id)
    if (fault === undefined) throw new ControlError(404, `There is no fault "${id}".`)
    fault.remove()
    return context.body(null, 204)
  })
}

function shown({ id, rule, requests, hits }: Fault) {
  return { id, ...rule, requests, hits }
}
