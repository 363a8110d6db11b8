import type { EmulatorClock } from "../store/controlled-clock.ts"
import { durationInMilliseconds, milliseconds } from "../store/moment.ts"
import type { ControlRoutes } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

/** How the clock goes, and how it is told to: `{"set":"2026-01-01T00:00:00Z"}`, `{"advance":{"minutes":15}}`, … */
export const clockRoutes: ControlRoutes = (app, { emulator: { clock } }) => {
  app.get("/clock", (context) => context.json(shownClock(clock)))
  app.post("/clock", async (context) => {
    for (const command of readCommands(await context.req.text(), clock)) command()
    return context.json(shownClock(clock))
  })
}

function shownClock(clock: EmulatorClock) {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.isFrozen }
}

/**
 * Reads all before any is done, so that a wrong one leaves the clock as it was. They are done in this order: `reset`,
 * `freeze`, `set`, `advance`: a clock that stands is set to the very millisecond.
 * @throws ControlError 400, EmulatorError `moment_invalid`, `duration_invalid`
 */
function readCommands(body: string, clock: EmulatorClock): (() => void)[] {
  const { reset, set, freeze, advance, ...others } = readObject(body)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new ControlError(400, `${unknown}: expected set, advance, freeze or reset.`)
  }
  const commands: (() => void)[] = []
  if (reset !== undefined) {
    if (reset !== true) throw new ControlError(400, "reset: expected true.")
    commands.push(() => clock.reset())
  }
  if (freeze !== undefined) {
    if (typeof freeze !== "boolean") throw new ControlError(400, "freeze: expected true or false.")
    commands.push(() => (freeze ? clock.freeze() : clock.resume()))
  }
  if (set !== undefined) {
    const moment = milliseconds(set)
    commands.push(() => clock.set(moment))
  }
  if (advance !== undefined) {
    const duration = durationInMilliseconds(advance)
    commands.push(() => clock.advance(duration))
  }
  if (commands.length === 0)
    throw new ControlError(400, 'Say what to do, such as {"advance":{"minutes":15}}.')
  return commands
}
