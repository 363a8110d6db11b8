import * as fc from "fast-check"
import type { Seed, SeedTeam, SeedUser } from "../seed/seed-shape.ts"

const MOST_USERS = 5
const MOST_TEAMS = 2

const word = (max: number) => fc.stringMatching(new RegExp(`^[A-Za-z][A-Za-z0-9]{0,${max - 1}}$`))

const text = (max: number) => fc.string({ unit: "grapheme-composite", maxLength: max })

const leaf = fc.oneof(text(12), fc.integer(), fc.boolean(), fc.constant(null))

/** Preferences that any client can write and read. */
export const prefsArbitrary = fc.dictionary(word(10), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
  maxKeys: 4,
  noNullPrototype: true,
})

const moment = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString())

const yesOrNo = fc.boolean()

/**
 * Valid users of seeds. Those of different numbers can stand in one seed: neither IDs nor addresses collide.
 * @param number from 0 to 99 999.
 * @param teams which the user may be a member of.
 */
export function userArbitrary(number = 0, teams: readonly SeedTeam[] = []): fc.Arbitrary<SeedUser> {
  const teamIds = teams.flatMap(({ $id }) => $id ?? [])
  return fc.record(
    {
      $id: word(20).map((start) => `${start}-${number}`),
      email: fc.tuple(word(12), word(12)).map(([local, domain]) => `${local}.${number}@${domain}.com`),
      phone: fc
        .integer({ min: 10_000, max: 99_999 })
        .map((end) => `+49${String(number).padStart(5, "1")}${end}`),
      name: text(20),
      password: fc.string({ minLength: 8, maxLength: 40 }),
      labels: fc.uniqueArray(word(36), { maxLength: 4 }),
      prefs: prefsArbitrary,
      status: yesOrNo,
      emailVerification: yesOrNo,
      phoneVerification: yesOrNo,
      mfa: yesOrNo,
      totp: fc.record({ secret: fc.stringMatching(/^[A-Z2-7]{16,32}$/), verified: yesOrNo }),
      recoveryCodes: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{10}$/), { maxLength: 6 }),
      sessions: fc.array(fc.record({ $createdAt: moment, userAgent: text(20) }, { requiredKeys: [] }), {
        maxLength: 2,
      }),
      memberships: fc
        .subarray(teamIds)
        .chain((chosen) =>
          fc.tuple(
            ...chosen.map((teamId) =>
              fc.record({ teamId: fc.constant(teamId), roles: fc.uniqueArray(word(20), { maxLength: 3 }) }),
            ),
          ),
        ),
      $createdAt: moment,
    },
    { requiredKeys: ["$id"] },
  )
}

const teamArbitrary = (number: number) =>
  fc.record({
    $id: word(20).map((start) => `${start}-${number}`),
    name: fc.string({ minLength: 1, maxLength: 20 }),
    prefs: prefsArbitrary,
  })

const upTo = <T>(most: number, one: (number: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc
    .nat({ max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => one(number))))

/** Valid seeds: an empty project takes each of them. */
export const seedArbitrary: fc.Arbitrary<Seed> = upTo(MOST_TEAMS, teamArbitrary).chain((teams) =>
  fc.record({ teams: fc.constant(teams), users: upTo(MOST_USERS, (number) => userArbitrary(number, teams)) }),
)
