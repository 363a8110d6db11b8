import { aliasOf, type Client } from "./client.ts"

/** A promise of clients' types that a real server of this version does not keep either. */
export interface TypeGap {
  /** By their aliases. */
  readonly clients: RegExp
  readonly versions: readonly string[]
  readonly method: RegExp
  readonly place: RegExp
  readonly reason: string
}

const ALL = /^/
const ANYWHERE = /^/
const BOTH = ["1.9.6", "1.5.11"]

export const GAPS: readonly TypeGap[] = [
  {
    clients: /^(node-appwrite-1[234]|appwrite-14)$/,
    versions: BOTH,
    method: /^deleteMfaAuthenticator$/,
    place: ANYWHERE,
    reason: "`deleteMfaAuthenticator` is to bring the user, but the server answers 204",
  },
  {
    clients: /^appwrite-2[78]$/,
    versions: BOTH,
    method: /^listIdentities$/,
    place: /\.providerIdToken$/,
    reason: "identities have no `providerIdToken` yet",
  },
  {
    clients: /^appwrite-2[78]$/,
    versions: BOTH,
    method: /^listM(fa|FA)Factors$/,
    place: /^custom$/,
    reason: "there is no factor `custom` yet",
  },
  {
    clients: ALL,
    versions: ["1.5.11"],
    method: ALL,
    place: /(^|targets\.\d+\.)expired$/,
    reason: "targets have no `expired` before 1.6",
  },
  {
    clients: ALL,
    versions: ["1.5.11"],
    method: /^listLogs$/,
    place: /\.userType$/,
    reason: "log entries have no `userType` before 1.9",
  },
  {
    clients: ALL,
    versions: ["1.5.11"],
    method: /^listMemberships$/,
    place: /\.(userPhone|userAccessedAt)$/,
    reason: "memberships have no `userPhone` and no `userAccessedAt` before 1.9",
  },
]

/** Why a place in an answer need not be as this client's types say; `undefined` if it must. */
export function gapAt(client: Client, version: string, method: string, place: string): string | undefined {
  return GAPS.find(
    (gap) =>
      gap.clients.test(aliasOf(client)) &&
      gap.versions.includes(version) &&
      gap.method.test(method) &&
      gap.place.test(place),
  )?.reason
}
