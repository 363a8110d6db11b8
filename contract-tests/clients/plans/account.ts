import type { Stage } from "../stage.ts"
import { accountNeeds } from "./account-needs.ts"
import type { Arguments, Plan } from "./plan.ts"
import { ada, addIdentity, cookiesOf, grace, logIn, PAGE } from "./preparations.ts"

const RECOVERY_CODE = /^[0-9a-f]{10}$/
const sixCodes = { recoveryCodes: Array.from({ length: 6 }, () => RECOVERY_CODE) }

/** Ada, logged in, with a device, an identity and an older session. */
async function prepare(stage: Stage): Promise<Arguments> {
  await stage.prepare("POST", "/users", ada)
  await stage.prepare("PATCH", "/users/ada/prefs", { prefs: { theme: "dark" } })
  const identityId = await addIdentity(stage)
  const { cookies } = await logIn(stage)
  await stage.prepare("POST", "/account/targets/push", { targetId: "device", identifier: "token" }, cookies)
  return {
    ...grace,
    cookies,
    identityId,
    password: ada.password,
    name: "Ada Lovelace",
    prefs: { theme: "light", depth: { of: [1, 2.5, null] } },
    url: PAGE,
    success: PAGE,
    failure: PAGE,
    scopes: ["user:email"],
    provider: "github",
    phrase: true,
    mfa: true,
    type: "totp",
    factor: "totp",
    sessionId: "current",
    targetId: "device",
    identifier: "token-2",
    duration: 60,
    total: true,
    // Of routes that only newer servers have.
    consentId: "consent",
    tokenId: "token",
    idToken: "token",
    secret: "secret",
  }
}

const GUESTS =
  /^create$|^create(anonymous|email|emailpassword|magicurl|phone|oauth2|idtoken)?session$|^update(magicurl|phone)session$|^create(email|magicurl|phone|oauth2)token$|recovery(otp)?$/

const isAda = { $id: "ada", email: ada.email }
const echoes = (name: string) => (given: Arguments) => ({ $id: "ada", [name]: given[name] })
const tokenFor = (userId: string) => () => ({ userId, secret: "", expire: /^2026-/ })
const session = (userId: string, provider: string) => () => ({ userId, provider, current: true })
const userIs = (facts: object) => () => ["/users/ada", facts] as const
const ofTotal = (total: number, name: string) => () => [`/users/ada/${name}`, { total }] as const

/** All of `Account`: what a web page lets its users do. */
export const accountPlan: Plan = {
  service: "Account",
  withKey: false,
  prepare,
  cookies: (method, common) => (GUESTS.test(method) && !/mfa/.test(method) ? "" : cookiesOf(common)),
  needs: accountNeeds,
  insists: { updatepassword: ["oldPassword"] },
  expected: {
    createoauth2session: () => /\/v1\/account\/sessions\/oauth2\/github\?/,
    createoauth2token: () => /\/v1\/account\/tokens\/oauth2\/github\?/,
    create: ({ email }) => ({ $id: "grace", email, status: true }),
    get: () => ({ ...isAda, prefs: { theme: "dark" } }),
    getprefs: () => ({ theme: "dark" }),
    updateprefs: echoes("prefs"),
    updatename: echoes("name"),
    updateemail: echoes("email"),
    updatephone: echoes("phone"),
    updatepassword: () => isAda,
    updatestatus: () => ({ ...isAda, status: false }),
    updatemfa: echoes("mfa"),
    createjwt: () => ({ jwt: /^[\w-]+\.[\w-]+\.[\w-]+$/ }),
    listidentities: () => ({ total: 1, identities: [{ provider: "github", providerUid: "42" }] }),
    listlogs: () => ({
      logs: ["session.create", "session.create"].map((event) => ({ event })),
    }),
    listsessions: () => ({ total: 1, sessions: [{ provider: "email", current: true }] }),
    getsession: session("ada", "email"),
    updatesession: () => ({ userId: "ada", provider: "email" }),
    createanonymoussession: () => ({ provider: "anonymous", current: true }),
    createemailsession: session("ada", "email"),
    createemailpasswordsession: session("ada", "email"),
    createsession: session("grace", "token"),
    updatemagicurlsession: session("grace", "magic-url"),
    updatephonesession: session("grace", "phone"),
    createmagicurlsession: tokenFor("grace"),
    createmagicurltoken: tokenFor("grace"),
    createphonesession: tokenFor("grace"),
    createphonetoken: tokenFor("grace"),
    createemailtoken: tokenFor("grace"),
    createrecovery: tokenFor("ada"),
    updaterecovery: () => ({ userId: "ada" }),
    createverification: tokenFor("ada"),
    updateverification: () => ({ userId: "ada" }),
    createemailverification: tokenFor("ada"),
    updateemailverification: () => ({ userId: "ada" }),
    createphoneverification: tokenFor("ada"),
    updatephoneverification: () => ({ userId: "ada" }),
    createpushtarget: ({ identifier }) => ({
      $id: "tablet",
      userId: "ada",
      providerType: "push",
      identifier,
    }),
    updatepushtarget: ({ identifier }) => ({ $id: "device", identifier }),
    createmfaauthenticator: () => ({ secret: /^[A-Z2-7]+$/, uri: /^otpauth:\/\/totp\// }),
    updatemfaauthenticator: () => isAda,
    createmfachallenge: () => ({ userId: "ada" }),
    listmfafactors: () => ({ totp: true, recoveryCode: false }),
    createmfarecoverycodes: () => sixCodes,
    getmfarecoverycodes: () => sixCodes,
    updatemfarecoverycodes: () => sixCodes,
  },
  after: {
    create: () => ["/users/grace", { email: grace.email }],
    updateverification: userIs({ emailVerification: true }),
    updateemailverification: userIs({ emailVerification: true }),
    updatephoneverification: userIs({ phoneVerification: true }),
    updatestatus: userIs({ status: false }),
    deletesession: ofTotal(0, "sessions"),
    deletesessions: ofTotal(0, "sessions"),
    deletepushtarget: ofTotal(2, "targets"),
    deleteidentity: () => ["/users/identities", { total: 0 }],
    deletemfaauthenticator: () => ["/users/ada/mfa/factors", { totp: false }],
  },
}
