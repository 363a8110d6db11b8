import { type Ask, askerOf } from "../contract/real-project/ask.ts"
import type { Emulator, Seed } from "../emulator.ts"
import { type PullRequest, pullToStream } from "../transfer/pull-to-file.ts"

/** A password's hash. */
export const bcrypt = "$2b$04$tiZrj./Pm1BeXPg0rhw0juv3FrznAv65dg707nvwZtR4GwY5iYnvC"

/** Users of all kinds, with all that can be theirs. */
export const SEED: Seed = {
  settings: { sessionAlerts: true },
  teams: [{ $id: "crew", name: "Crew", prefs: { colour: "red" } }],
  users: [
    {
      $id: "ada",
      email: "ada@example.com",
      phone: "+4930123456",
      name: "Ada",
      password: "correct horse",
      labels: ["vip"],
      prefs: { theme: "dark" },
      emailVerification: true,
      phoneVerification: true,
      mfa: true,
      status: false,
      targets: [
        { $id: "phone2", providerType: "sms", identifier: "+4930654321", name: "Ada's second" },
        { $id: "device", providerType: "push", identifier: "token-of-device" },
      ],
      identities: [
        {
          provider: "github",
          providerUid: "4711",
          providerEmail: "ada@work.example.com",
          providerAccessToken: "access",
          providerRefreshToken: "refresh",
        },
      ],
      memberships: [{ teamId: "crew", roles: ["owner"] }],
      sessions: [{}],
      $createdAt: "2020-01-02T03:04:05.678+00:00",
    },
    {
      $id: "scrypt",
      email: "scrypt@example.com",
      password: "a".repeat(128),
      hash: "scrypt",
      hashOptions: { salt: "salt", costCpu: 16, costMemory: 8, costParallel: 1, length: 64 },
    },
    {
      $id: "firebase",
      email: "firebase@example.com",
      password: "abcdefgh",
      hash: "scryptMod",
      hashOptions: { salt: "c2FsdA==", saltSeparator: "Bw==", signerKey: "a2V5" },
    },
    {
      $id: "sha",
      email: "sha@example.com",
      password: "b".repeat(128),
      hash: "sha",
      hashOptions: { version: "sha512" },
    },
    { $id: "md5", email: "md5@example.com", password: "c".repeat(32), hash: "md5" },
    {
      $id: "phpass",
      email: "phpass@example.com",
      password: "$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21",
      hash: "phpass",
    },
    { $id: "bcrypt", email: "bcrypt@example.com", password: bcrypt, hash: "bcrypt" },
    { $id: "by-phone", phone: "+4930999999" },
    { $id: "invited", memberships: [{ teamId: "crew", confirm: false }] },
    { $id: "nobody" },
  ],
}

/** Asks a project `emulator` in process. */
export function askOf(emulator: Emulator, key = "emulator"): Ask {
  const { fetch } = emulator
  return askerOf({ baseUrl: "http://localhost/v1", project: "emulator", key, fetch })
}

/** A pull of users as they are. */
export const plain: PullRequest = {
  endpoint: "http://localhost/v1",
  project: "emulator",
  newSalt: () => "made up",
  onProgress: () => {},
}

/** All users as they are listed. */
export const users = async (emulator: Emulator) => (await askOf(emulator)("GET", "/users")).body

/** What a pull prints. */
export async function pulledText(ask: Ask, request = plain): Promise<string> {
  let text = ""
  await pullToStream(ask, request, async (piece) => {
    text += piece
  })
  return text
}
