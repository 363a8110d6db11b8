import type { Snapshot } from "../handle/snapshot.ts"
import type { ControlRoutes } from "./control.ts"
import { ControlError } from "./control-error.ts"

/** Keeps snapshots of the whole emulator under IDs, goes back to them, and tells what changed since. */
export const snapshotRoutes: ControlRoutes = (app, { emulator }) => {
  const snapshots = new Map<string, Snapshot>()
  let taken = 0
  function known(id: string): Snapshot {
    const snapshot = snapshots.get(id)
    if (snapshot === undefined) throw new ControlError(404, `There is no snapshot "${id}".`)
    return snapshot
  }
  app.get("/snapshots", (context) =>
    context.json({ snapshots: Array.from(snapshots.keys(), (id) => ({ id })) }),
  )
  app.post("/snapshots", (context) => {
    taken += 1
    const id = String(taken)
    snapshots.set(id, emulator.snapshot())
    return context.json({ id }, 201)
  })
  app.put("/snapshots/:snapshotId/restore", (context) => {
    emulator.restore(known(context.req.param("snapshotId")))
    return context.body(null, 204)
  })
  app.get("/snapshots/:snapshotId/diff", (context) => {
    const to = context.req.query("to")
    const before = known(context.req.param("snapshotId"))
    return context.json(emulator.diff(before, to === undefined ? undefined : known(to)))
  })
  app.delete("/snapshots/:snapshotId", (context) => {
    const id = context.req.param("snapshotId")
    known(id)
    snapshots.delete(id)
    return context.body(null, 204)
  })
}
