type Wait = () => Promise<unknown>

const open: Wait = () => Promise.resolve()
let wait = open

/** Where one request stands still and another one may go on. */
export async function pass(): Promise<void> {
  await wait()
}

/** Decides, as long as something is under way, who goes on when. */
export async function withGate<T>(gate: Wait, run: () => Promise<T>): Promise<T> {
  wait = gate
  try {
    return await run()
  } finally {
    wait = open
  }
}

/** The functions of a module, of which those that bring promises stand still before they bring them. */
export function gated(module: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(module).map(([name, value]) => [name, gatedValue(value)]))
}

function gatedValue(value: unknown): unknown {
  if (typeof value !== "function") return value
  return (...given: unknown[]) => {
    const outcome: unknown = Reflect.apply(value, undefined, given)
    return outcome instanceof Promise ? passed(outcome) : outcome
  }
}

async function passed(outcome: Promise<unknown>): Promise<unknown> {
  try {
    return await outcome
  } finally {
    await pass()
  }
}
