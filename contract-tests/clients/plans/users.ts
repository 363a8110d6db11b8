import { totpCode } from "../../../src/contract/totp.ts"
import { firebase, hashes } from "../../sdk/hashes.ts"
import type { Stage } from "../stage.ts"
import type { Arguments, Plan } from "./plan.ts"
import { ada, addIdentity, grace, logIn } from "./preparations.ts"

const RECOVERY_CODE = /^[0-9a-f]{10}$/
const sixCodes = { recoveryCodes: Array.from({ length: 6 }, () => RECOVERY_CODE) }

/** Ada with all that a user can have: one of each, so that no list is empty. */
async function prepare(stage: Stage): Promise<Arguments> {
  await stage.prepare("POST", "/users", ada)
  await stage.prepare("PATCH", "/users/ada/prefs", { prefs: { theme: "dark" } })
  await stage.prepare("POST", "/messaging/providers/fcm", {
    providerId: "fcm",
    name: "fcm",
    serviceAccountJSON: { project_id: "x" },
  })
  const device = { targetId: "device", providerType: "push", identifier: "token", providerId: "fcm" }
  await stage.prepare("POST", "/users/ada/targets", device)
  await stage.prepare("POST", "/teams", { teamId: "crew", name: "Crew" })
  await stage.prepare("POST", "/teams/crew/memberships", { userId: "ada", roles: ["owner"] })
  const { cookies, sessionId } = await logIn(stage)
  const { body } = await stage.prepare("POST", "/account/mfa/authenticators/totp", {}, cookies)
  const otp = await totpCode(String(body.secret), stage.now)
  await stage.prepare("PUT", "/account/mfa/authenticators/totp", { otp }, cookies)
  return {
    ...grace,
    userId: "ada",
    number: grace.phone,
    password: "battery staple",
    passwordVersion: "sha512",
    passwordSalt: "salt",
    passwordSaltSeparator: firebase.saltSeparator,
    passwordSignerKey: firebase.signerKey,
    passwordCpu: 8,
    passwordMemory: 14,
    passwordParallel: 1,
    passwordLength: 64,
    labels: ["vip"],
    prefs: { theme: "light", depth: { of: [1, 2.5, null] } },
    status: false,
    emailVerification: true,
    phoneVerification: true,
    mfa: true,
    impersonator: true,
    identityId: await addIdentity(stage),
    sessionId,
    targetId: "device",
    providerType: "push",
    identifier: "token-2",
    providerId: "fcm",
    type: "totp",
    duration: 60,
    length: 8,
    expire: 60,
    total: true,
  }
}

const withCodes = async (stage: Stage): Promise<Arguments> => {
  await stage.prepare("PATCH", "/users/ada/mfa/recovery-codes")
  return {}
}

const imported = (password: string) => () => ({ ...grace, password })

const isGrace = ({ email = "", name = "" }: Arguments) => ({
  $id: "grace",
  email,
  name,
  status: true,
  labels: [],
  prefs: {},
})
const hashedWith = (hash: string) => (given: Arguments) => ({ ...isGrace(given), hash })
const echoes = (name: string) => (given: Arguments) => ({ $id: "ada", [name]: given[name] })
const ofOne = (name: string, item: object) => () => ({ total: 1, [name]: [item] })
const userIs = (facts: object) => () => ["/users/ada", facts] as const

/** All of `Users`. */
export const usersPlan: Plan = {
  service: "Users",
  withKey: true,
  prepare,
  cookies: () => "",
  needs: {
    create: imported("battery staple"),
    createargon2user: imported(hashes.argon2),
    createbcryptuser: imported(hashes.bcrypt),
    createmd5user: imported(hashes.md5),
    createphpassuser: imported(hashes.phpass),
    createshauser: imported(hashes.sha512),
    createscryptuser: imported(hashes.scrypt),
    createscryptmodifieduser: () => ({
      ...grace,
      password: hashes.firebase,
      passwordSalt: firebase.salt,
    }),
    createtarget: () => ({ targetId: "tablet" }),
    list: () => ({ search: "Ada" }),
    // Appwrite answers any search for identities with an error: it has no index for one.
    listidentities: () => ({ search: undefined }),
    listmemberships: () => ({ search: "ada" }),
    getmfarecoverycodes: withCodes,
    updatemfarecoverycodes: withCodes,
  },
  insists: {},
  expected: {
    create: hashedWith("argon2"),
    createargon2user: hashedWith("argon2"),
    createbcryptuser: hashedWith("bcrypt"),
    createmd5user: hashedWith("md5"),
    createphpassuser: hashedWith("phpass"),
    createshauser: hashedWith("sha"),
    createscryptuser: hashedWith("scrypt"),
    createscryptmodifieduser: hashedWith("scryptMod"),
    get: () => ({ $id: "ada", email: ada.email, phone: ada.phone, prefs: { theme: "dark" } }),
    list: ofOne("users", { $id: "ada", email: ada.email }),
    getprefs: () => ({ theme: "dark" }),
    updateprefs: ({ prefs }) => prefs,
    updateemail: echoes("email"),
    updateemailverification: echoes("emailVerification"),
    updatelabels: echoes("labels"),
    updatename: echoes("name"),
    updatephone: ({ number }) => ({ $id: "ada", phone: number }),
    updatephoneverification: echoes("phoneVerification"),
    updatestatus: echoes("status"),
    updatemfa: () => ({ $id: "ada" }),
    updateimpersonator: echoes("impersonator"),
    updatepassword: () => ({ $id: "ada", hash: "argon2" }),
    listsessions: (_, { sessionId }) => ({ total: 1, sessions: [{ $id: sessionId, provider: "email" }] }),
    createsession: () => ({ userId: "ada", provider: "server", secret: /^.{64,}$/ }),
    createtoken: () => ({ userId: "ada", secret: /^[0-9a-f]{6,8}$/ }),
    createjwt: () => ({ jwt: /^[\w-]+\.[\w-]+\.[\w-]+$/ }),
    listlogs: () => ({
      logs: ["session.create", "user.update", "session.create"].map((event) => ({ event })),
    }),
    listmemberships: ofOne("memberships", { teamId: "crew", roles: ["owner"] }),
    listidentities: ofOne("identities", { provider: "github", providerUid: "42" }),
    listtargets: () => ({ total: 3, targets: [{ identifier: ada.email }, {}, { $id: "device" }] }),
    gettarget: () => ({ $id: "device", providerType: "push", identifier: "token" }),
    createtarget: ({ identifier }) => ({ $id: "tablet", userId: "ada", providerType: "push", identifier }),
    updatetarget: () => ({ $id: "device", userId: "ada" }),
    listmfafactors: () => ({ totp: true, recoveryCode: false }),
    createmfarecoverycodes: () => sixCodes,
    getmfarecoverycodes: () => sixCodes,
    updatemfarecoverycodes: () => sixCodes,
  },
  after: {
    create: ({ email = "" }) => ["/users/grace", { email }],
    delete: userIs({ code: 404, type: "user_not_found" }),
    deletesession: () => ["/users/ada/sessions", { total: 0 }],
    deletesessions: () => ["/users/ada/sessions", { total: 0 }],
    deletetarget: () => ["/users/ada/targets", { total: 2 }],
    deleteidentity: () => ["/users/identities", { total: 0 }],
    deletemfaauthenticator: () => ["/users/ada/mfa/factors", { totp: false }],
    updatemfa: userIs({ mfa: true }),
    updateprefs: ({ prefs }) => ["/users/ada/prefs", prefs],
    updateemail: ({ email }) => ["/users/ada", { email }],
  },
}
