import { type Bounds, DEFAULT_BOUNDS } from "../server/bounds.ts"
import { InvalidArgumentError, Option } from "./commander.ts"

/** How each bound is written and explained. */
const BOUNDS: readonly (readonly [name: keyof Bounds, unit: string, about: string])[] = [
  ["maxBodySize", "bytes", "longest body; a longer one is answered with 413"],
  ["maxHeaderSize", "bytes", "longest request line with headers; longer ones are answered with 431"],
  ["maxConnections", "number", "most connections at one time; further ones are closed at once"],
  ["requestTimeout", "ms", "time until a request must be there; a slower one is answered with 408"],
]

/** `--max-body-size` and so on, each with its environment variable. */
export function boundOptions() {
  const defaults: Bounds = DEFAULT_BOUNDS
  return BOUNDS.map(([name, unit, about]) => {
    const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
    const option = new Option(`--${words.join("-")} <${unit}>`, about)
      .env(`EMULATOR_${words.join("_").toUpperCase()}`)
      .argParser(readBound)
    const byDefault = defaults[name]
    return byDefault === undefined ? option : option.default(byDefault)
  })
}

/** The bounds alone, of options that hold more. */
export function boundsOf(options: Bounds): Bounds {
  return Object.fromEntries(
    BOUNDS.flatMap(([name]) => (options[name] === undefined ? [] : [[name, options[name]]])),
  )
}

/** @throws InvalidArgumentError */
function readBound(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("Use a whole number from 1 to 999999999.")
}
