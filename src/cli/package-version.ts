import { createRequire } from "node:module"

/** The version of this package. */
export function packageVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    "appwrite-users-emulator/package.json",
  )
  return version
}
