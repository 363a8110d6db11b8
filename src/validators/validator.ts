import type { PhpValue } from "../php/value.ts"
import type { Rules } from "../profiles/rules.ts"
import type { Settings } from "../project/settings.ts"
import type { Sample } from "./sample.ts"

/** What a validator may look at besides the value. */
export interface ValidationContext {
  readonly projectId: string
  readonly settings: Settings
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Of the project's version of Appwrite. */
  readonly rules: Rules
}

/** A value that was not accepted, and what the client is told after ``Invalid `name` param: ``. */
export class Refusal {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

/** The outcome of a check: the value as the action gets it, or a refusal. */
export type Checked<T> = T | Refusal

/** Accepts or refuses what a client sent, and turns it into what the action works with. */
export interface Validator<T> {
  /** What it accepts: values to try it with are made of this. */
  readonly sample: Sample
  /** Whether the value lets somebody in, so that it is shown to nobody. */
  readonly isSecret?: boolean
  check(value: PhpValue, context: ValidationContext): Checked<T> | Promise<Checked<T>>
}
