import { writeFile } from "node:fs/promises"
import { codeOf, reasonOf } from "../system-error.ts"
import { SEED_TEMPLATE } from "./seed-template.ts"

/** Runs `init` and sets the exit code of the process. */
export async function writeSeed(file: string): Promise<void> {
  try {
    await writeFile(
      file,
      SEED_TEMPLATE.replaceAll("seed.yaml", () => file),
      { flag: "wx" },
    )
    process.stdout.write(`${file} is written. Run with it: appwrite-users-emulator --seed ${file} --watch\n`)
  } catch (error) {
    process.stderr.write(`${failure(error, file)}\n`)
    process.exitCode = 1
  }
}

function failure(error: unknown, file: string): string {
  switch (codeOf(error)) {
    case "EEXIST":
      return `${file} is there already, and stays as it is. Name another file, or delete it first.`
    case "ENOENT":
      return `Can't write ${file}: there is no such folder. Make it first.`
    default:
      return `Can't write ${file}: ${reasonOf(error)}.`
  }
}
