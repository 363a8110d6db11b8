/**
 * Gives the web client as much of a browser as it asks for, until it is disposed of. There are no cookies, so the session
 * comes and goes in `X-Fallback-Cookies`, and no location, so the client brings the addresses that it would go to.
 *
 * @param stored is its `localStorage`.
 */
export function browserOf(stored: Map<string, string>): Disposable {
  const localStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  }
  const warnings = withoutWarnings()
  Reflect.set(globalThis, "window", { localStorage, console })
  return {
    [Symbol.dispose]() {
      warnings[Symbol.dispose]()
      Reflect.deleteProperty(globalThis, "window")
    },
  }
}

/** Keeps clients from saying with every answer that the server is older than they are, until it is disposed of. */
export function withoutWarnings(): Disposable {
  const { warn } = console
  console.warn = () => {}
  return {
    [Symbol.dispose]() {
      console.warn = warn
    },
  }
}
