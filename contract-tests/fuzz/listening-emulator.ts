import { createEmulator, type EmulatorOptions } from "../../src/emulator.ts"
import { seededRandomness } from "../../src/store/seeded-randomness.ts"

/** An emulator on a port that tells its faults. It does not answer in turn, as one with a random seed would. */
export async function listeningEmulator(seed: number, options: EmulatorOptions, ownsProcess: boolean) {
  const told: string[] = []
  const emulator = await createEmulator({
    strict: true,
    randomness: seededRandomness(seed),
    log: (line) => {
      if (line.startsWith("Fault of the emulator")) told.push(line)
    },
    ...options,
  })
  const { port } = await emulator.listen({ ownsProcess })
  return { emulator, port, faults: () => told.splice(0) }
}
