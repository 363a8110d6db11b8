import { emulatorClosed } from "../emulator-error.ts"

/** Those who wait until something is there. */
export interface Arrivals {
  /**
   * Looks now, and again after each change, until something is found.
   * @param timeout in milliseconds of real time, whatever the emulator's clock says.
   * @returns what was found; `undefined` if the time ran out.
   * @throws EmulatorError `emulator_closed` if it is not there and the emulator is closed, now or in the meantime.
   */
  until<T>(find: () => T | undefined, timeout: number): Promise<T | undefined>
  /** Something changed. */
  changed(): void
  /** Nothing will change any more. */
  close(): void
}

interface Waiting {
  look(): void
  give(up: Error): void
}

export function newArrivals(): Arrivals {
  const waiting = new Set<Waiting>()
  let isClosed = false
  return {
    async until(find, timeout) {
      const found = find()
      if (found !== undefined) return found
      if (isClosed) throw emulatorClosed()
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          look() {
            const arrived = find()
            if (arrived === undefined) return
            leave()
            resolve(arrived)
          },
          give(up) {
            leave()
            reject(up)
          },
        }
        const timer = setTimeout(() => {
          leave()
          resolve(undefined)
        }, timeout)
        function leave(): void {
          clearTimeout(timer)
          waiting.delete(one)
        }
        waiting.add(one)
      })
    },
    changed() {
      for (const one of waiting) one.look()
    },
    close() {
      isClosed = true
      for (const one of waiting) one.give(emulatorClosed())
    },
  }
}
