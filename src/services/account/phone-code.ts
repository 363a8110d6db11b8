import type { Call } from "../../endpoint.ts"
import { randomDigits } from "../../store/randomness.ts"

const CODE_LENGTH = 6

/** A code for a phone. */
export interface PhoneCode {
  readonly secret: string
  /** Whether the project has fixed it: then nothing is sent. */
  readonly isMock: boolean
}

/** Appwrite 1.9: six digits, or those that the project has fixed for a mock phone. */
export function phoneCode({ world, project }: Pick<Call, "world" | "project">, phone: string): PhoneCode {
  const mock = project.settings.mockPhones.find(({ number }) => number === phone)
  return mock === undefined
    ? { secret: randomDigits(world.randomness, CODE_LENGTH), isMock: false }
    : { secret: mock.otp, isMock: true }
}
