/** What a seed has made, with the secrets that are told only now. */
export interface Planted {
  /** In the order of the seed. */
  readonly users: readonly PlantedUser[]
  readonly teams: readonly { readonly $id: string }[]
  readonly keys: readonly PlantedKey[]
  readonly providers: readonly { readonly $id: string }[]
}

export interface PlantedUser {
  readonly $id: string
  /** In the order of the seed; each `secret` as clients send it, in `X-Appwrite-Session` or with `setSession`. */
  readonly sessions: readonly PlantedSession[]
  readonly recoveryCodes: readonly string[]
  /** Secret of the authenticator app in base32; `null` without one. */
  readonly totpSecret: string | null
}

export interface PlantedSession {
  readonly $id: string
  readonly secret: string
}

export interface PlantedKey {
  readonly $id: string
  readonly name: string
  readonly secret: string
}

/** What no seed has made. */
export const NOTHING_PLANTED: Planted = Object.freeze({ users: [], teams: [], keys: [], providers: [] })
