import type { Client } from "./client.ts"

/** A promise of a client's types that a real server of this version does not keep either. */
interface TypeGap {
  readonly client: Client["name"]
  /** Major versions, both included. */
  readonly majors: readonly [first: number, last: number]
  readonly versions: readonly string[]
  readonly method: RegExp
  readonly place: RegExp
  readonly reason: string
}

const GAPS: readonly TypeGap[] = []

/** Why a place in an answer need not be as this client's types say; `undefined` if it must. */
export function gapAt(client: Client, version: string, method: string, place: string): string | undefined {
  return GAPS.find(
    (gap) =>
      gap.client === client.name &&
      gap.majors[0] <= client.major &&
      client.major <= gap.majors[1] &&
      gap.versions.includes(version) &&
      gap.method.test(method) &&
      gap.place.test(place),
  )?.reason
}
