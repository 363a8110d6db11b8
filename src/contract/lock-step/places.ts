import { people } from "./call.ts"

/** What stands for others in the texts of a walk: it differs from run to run, so that runs don't meet each other. */
export interface Places {
  /** Begins every ID and email address. */
  readonly run: string
  /** Begins every phone number; one digit is missing. */
  readonly phone: string
}

const place = /\{(run|RUN|me|ME|phone|digit|fill\d+)\}/g

/**
 * Fills the places of a text: `{run}` and `{phone}`, which differ from run to run; `{me}`, the person of the call, and
 * `{digit}`, which ends that person's phone number. In capitals the same in upper case. `{fill36}` is an ID of 36
 * characters.
 */
export function fillPlaces(text: string, person: string, { run, phone }: Places): string {
  return text.replace(place, (_, name: string) => {
    const me = person.replaceAll("{run}", run)
    switch (name) {
      case "run":
        return run
      case "RUN":
        return run.toUpperCase()
      case "me":
        return me
      case "ME":
        return me.toUpperCase()
      case "phone":
        return phone
      case "digit":
        return String(people.indexOf(person) + 1)
      default:
        return run.padEnd(Number(name.slice("fill".length)), "x")
    }
  })
}

/**
 * The places of one run.
 *
 * @param base letters and digits that no other use of the project begins its IDs with.
 * @param number of the run.
 */
export function placesOf(base: string, number: number): Places {
  // The numbers from +1 … 555-0100 to 555-0199 are kept free for fiction: nobody gets a message.
  const area = 200 + (Math.floor(number / 10) % 800)
  return { run: `${base}${number.toString(36)}x`, phone: `+1${area}55501${number % 10}` }
}
