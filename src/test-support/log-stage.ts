import { createEmulator, type Emulator, type EmulatorOptions } from "../emulator.ts"

const opened: Emulator[] = []

/** Closes all that were opened. */
export async function closeAll(): Promise<void> {
  for (const emulator of opened.splice(0)) await emulator.close()
}

/** An emulator, its log, and who sends requests to it: with the key of the project, unless other headers are given. */
export async function newLogged(options: EmulatorOptions = {}) {
  const emulator = await createEmulator(options)
  opened.push(emulator)
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = { "x-appwrite-key": "emulator" },
  ) {
    const response = await emulator.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: { "content-type": "application/json", "x-appwrite-project": "emulator", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return { status: response.status, headers: response.headers, text }
  }
  return { emulator, log: emulator.log, send }
}

export const ann = { userId: "ann", email: "ann@acme.com", password: "correct-horse-9" }
