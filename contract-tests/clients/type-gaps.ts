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

const GAPS: readonly TypeGap[] = [
  {
    client: "node-appwrite",
    majors: [12, 14],
    versions: ["1.9.6"],
    method: /^deleteMfaAuthenticator$/,
    place: /^/,
    reason: "`deleteMfaAuthenticator` is to bring the user, but the server answers 204",
  },
  {
    client: "appwrite",
    majors: [14, 14],
    versions: ["1.9.6"],
    method: /^deleteMfaAuthenticator$/,
    place: /^/,
    reason: "`deleteMfaAuthenticator` is to bring the user, but the server answers 204",
  },
  {
    client: "appwrite",
    majors: [27, 28],
    versions: ["1.9.6"],
    method: /^listIdentities$/,
    place: /\.providerIdToken$/,
    reason: "identities have no `providerIdToken` yet",
  },
  {
    client: "appwrite",
    majors: [27, 28],
    versions: ["1.9.6"],
    method: /^listM(fa|FA)Factors$/,
    place: /^custom$/,
    reason: "there is no factor `custom` yet",
  },
]

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
