import type { PhpArray } from "../php/value.ts"
import { documentFault } from "../services/prefs.ts"
import { assoc } from "../validators/assoc.ts"
import { dateTime } from "../validators/date-time.ts"
import type { Shape } from "./shapes/shape.ts"
import { valueAs } from "./shapes/value.ts"

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: unknown
}

/** A moment, written as ISO 8601; read as milliseconds since the epoch. */
export const date = valueAs<string, number>(dateTime)

const object = valueAs<JsonObject, PhpArray>(assoc())

/** An object as a provider's credentials are. */
export const settingsOfProvider = object

/** Preferences. Appwrite 1.9 stores some that it can't read again: none of these. */
export const preferences: Shape<JsonObject, PhpArray> = {
  ...object,
  read(written, reading) {
    const prefs = object.read(written, reading)
    const fault = prefs === undefined ? undefined : documentFault(prefs, reading.context.rules)
    if (fault === undefined) return prefs
    reading.refuse(fault)
    return undefined
  },
}
