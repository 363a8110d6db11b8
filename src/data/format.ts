import { object } from "./shapes/object.ts"
import { oneOf } from "./shapes/plain.ts"
import { Misshapen, type Shape } from "./shapes/shape.ts"

/** What files of this format begin with. */
export const FORMAT = "appwrite-users-emulator"

/** Counts up whenever an emulator of before could not read the files any more. */
export const VERSION = 1

/** The media type of lines of JSON. */
export const MEDIA_TYPE = "application/x-ndjson"

const version: Shape<typeof VERSION> = (value) => {
  if (value === VERSION) return VERSION
  throw new Misshapen(`this emulator reads version ${VERSION}, and the file says ${JSON.stringify(value)}`)
}

/** The first line: a file that does not begin so is none of ours. */
export const fileHead: Shape<{ readonly format: typeof FORMAT; readonly version: typeof VERSION }> = object({
  format: oneOf(FORMAT),
  version,
})

/** The last line: a file without it was cut off. */
export const END = "end"
