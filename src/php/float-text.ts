/** The most digits behind the point that `toExponential` gives. A half of a 14-digit number has only one more. */
const MOST_DIGITS = 100

/** How PHP writes a float. */
interface FloatStyle {
  /** Significant digits; `undefined` for as many as it takes to read the same float again. */
  readonly digits: number | undefined
  /** From this decimal exponent on the text is in exponential form. */
  readonly exponentFrom: number
  readonly exponentMark: "e" | "E"
}

/** `serialize_precision = -1`, PHP's default, as `json_encode` uses it. */
const JSON_STYLE: FloatStyle = { digits: undefined, exponentFrom: 17, exponentMark: "e" }
/** `precision = 14`, PHP's default, as the conversion to a string uses it. */
const STRING_STYLE: FloatStyle = { digits: 14, exponentFrom: 14, exponentMark: "E" }
/** Below this decimal exponent the text is in exponential form. */
const SMALLEST_PLAIN_EXPONENT = -4

/** A finite float as `json_encode` writes it: `1`, `-0`, `0.1`, `1.0e+25`. */
export function floatToJson(value: number): string {
  return formatFloat(value, JSON_STYLE)
}

/** A float as PHP's `(string)` writes it: `1`, `-0`, `0.33333333333333`, `1.0E+25`, `INF`, `NAN`. */
export function floatToString(value: number): string {
  if (Number.isNaN(value)) return "NAN"
  if (!Number.isFinite(value)) return value < 0 ? "-INF" : "INF"
  return formatFloat(value, STRING_STYLE)
}

function formatFloat(value: number, style: FloatStyle): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : ""
  const [mantissa = "", exponentText] = exponential(Math.abs(value), style.digits).split("e")
  const exponent = Number(exponentText)
  const digits = mantissa.replace(".", "").replace(/(?<=.)0+$/, "")
  if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= style.exponentFrom) {
    const exponentSign = exponent < 0 ? "-" : "+"
    return `${sign}${digits[0]}.${digits.slice(1) || "0"}${style.exponentMark}${exponentSign}${Math.abs(exponent)}`
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0")
  const fraction = digits.slice(exponent + 1)
  return sign + whole + (fraction && `.${fraction}`)
}

/** Like `toExponential`, but a half is rounded to the even digit, as C does. */
function exponential(value: number, digits: number | undefined): string {
  if (digits === undefined) return value.toExponential()
  const rounded = value.toExponential(digits - 1)
  const [mantissa = "", exponent] = value.toExponential(MOST_DIGITS).split("e")
  const cut = digits + 1
  const isHalf = /^50*$/.test(mantissa.slice(cut))
  const isEven = /[02468]$/.test(mantissa.slice(0, cut))
  return isHalf && isEven ? `${mantissa.slice(0, cut)}e${exponent}` : rounded
}
