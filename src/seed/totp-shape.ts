import { strictBoolean } from "../validators/boolean.ts"
import { Refusal, type Validator } from "../validators/validator.ts"
import { member, object } from "./shapes/object.ts"
import { value } from "./shapes/value.ts"

const BASE32 = /^[A-Z2-7]{2,256}$/

const refusal = new Refusal("Value must be base32 without padding: 2 to 256 of A-Z 2-7")

const base32: Validator<string> = {
  sample: { kind: "text", min: 2, max: 256, pattern: BASE32 },
  check: (written) => (typeof written === "string" && BASE32.test(written) ? written : refusal),
}

/** An authenticator app: RFC 6238 with six digits, SHA-1 and 30 seconds. */
export const totpShape = object(
  {},
  {
    secret: member(value(base32), "In base32; by default a new one, which is told when the seed is planted."),
    verified: member(value(strictBoolean), "Whether the user has shown a code of it; by default true."),
  },
)
