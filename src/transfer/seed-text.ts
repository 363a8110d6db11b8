import type { SeedTeam, SeedUser } from "../seed/seed-shape.ts"

/** A user as one line of JSON. */
export function userLine(user: SeedUser): string {
  return JSON.stringify(user)
}

/**
 * A seed file, piece by piece, a line for each user.
 * @param lines the users in JSON.
 */
export async function* seedText(
  teams: readonly SeedTeam[],
  lines: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  yield `{\n"teams": [${teams.map((team) => `\n${JSON.stringify(team)}`).join(",")}\n],\n"users": [`
  let separator = "\n"
  for await (const line of lines) {
    yield separator + line
    separator = ",\n"
  }
  yield "\n]\n}\n"
}
