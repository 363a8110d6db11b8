import { type Emulator, SeedError } from "../emulator.ts"
import { watchFile } from "./watch-file.ts"

/**
 * Lets projects start anew whenever their seed file changes. If it can't be planted, all stays as it is.
 * @param tell is told what was done, and `warn` what is wrong with the file.
 * @returns ends it.
 */
export function reseedOnChange(
  emulator: Pick<Emulator, "reseed">,
  file: string,
  { tell, warn }: { tell(line: string): void; warn(line: string): void },
): Promise<() => void> {
  return watchFile(file, async () => {
    try {
      const { users } = await emulator.reseed(file)
      tell(`${file} changed: all projects that start with it start anew, with ${users.length} users.`)
    } catch (error) {
      if (!(error instanceof SeedError)) throw error
      warn(`${error.message}\nAll stays as it was until the file changes again.`)
    }
  })
}
