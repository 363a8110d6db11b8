import { describe, expect, test } from "vitest"
import { totpCode } from "../../src/contract/totp.ts"
import type { Seed } from "../../src/emulator.ts"
import { PROFILE_NAMES } from "../../src/profiles/profiles.ts"
import { brokenInvariants } from "../fuzz/broken-invariants.ts"
import { type Credentials, endpointsOfVersion, KEY, newStage, PROJECT, type Stage } from "./stage.ts"

/** A call, and what is expected of its answer. */
interface Expected {
  readonly call: readonly [
    method: string,
    path: string,
    sent?: object | undefined,
    as?: Credentials | undefined,
  ]
  readonly status: number
  readonly body?: object
}

/** How something is deleted. */
interface Deletion {
  readonly path: string
  readonly sent?: object
  readonly as?: Credentials
  /** Shows that it is there. */
  readonly there: Expected
  /** Shows that it is gone, and of no use any more. */
  readonly gone: readonly Expected[]
}

/** Somebody with everything that can be deleted. */
const seed: Seed = {
  teams: [{ $id: "crew", name: "Crew" }],
  users: [
    {
      $id: "ada",
      email: "ada@example.com",
      password: "correct horse",
      totp: {},
      targets: [{ $id: "target", providerType: "email", identifier: "more@example.com" }],
      // A challenge was solved in each, so that they may do all.
      sessions: ["first", "second"].map(($id) => ({
        $id,
        factors: ["password", "totp"],
        mfaUpdatedAt: new Date().toISOString(),
      })),
      identities: [{ $id: "identity", provider: "google", providerUid: "g" }],
      memberships: [{ $id: "membership", teamId: "crew", roles: ["owner"] }],
    },
  ],
}

const ada = "/users/ada"
const missing = (method: string, path: string, sent?: object): Expected => ({
  call: [method, path, sent],
  status: 404,
})
const empty = (path: string, as?: Credentials): Expected => ({
  call: ["GET", path, undefined, as],
  status: 200,
  body: { total: 0 },
})
const shown = (path: string, body: object = {}, as?: Credentials): Expected => ({
  call: ["GET", path, undefined, as],
  status: 200,
  body,
})
const loggedOut = (as: Credentials): Expected => ({ call: ["GET", "/account", undefined, as], status: 401 })

/** The sessions of the user, as they show themselves. */
const sessionsIn = ({ emulator }: Stage): readonly Credentials[] =>
  (emulator.planted.users[0]?.sessions ?? []).map(({ secret }) => ({
    ...PROJECT,
    "x-appwrite-session": secret,
  }))

function firstOf(stage: Stage): Credentials {
  const [first] = sessionsIn(stage)
  if (first === undefined) throw new Error("The user has no session")
  return first
}

/** All that a deleted user can't be used for. */
const withoutUser: readonly Expected[] = [
  missing("GET", ada),
  missing("DELETE", ada),
  missing("PATCH", `${ada}/name`, { name: "Ada" }),
  missing("PATCH", `${ada}/email`, { email: "new@example.com" }),
  missing("PATCH", `${ada}/status`, { status: false }),
  missing("PATCH", `${ada}/prefs`, { prefs: { a: 1 } }),
  missing("PUT", `${ada}/labels`, { labels: ["a"] }),
  missing("POST", `${ada}/sessions`),
  missing("POST", `${ada}/tokens`),
  missing("POST", `${ada}/targets`, { targetId: "t", providerType: "email", identifier: "b@example.com" }),
  missing("GET", `${ada}/prefs`),
  missing("GET", `${ada}/sessions`),
  missing("GET", `${ada}/targets`),
  missing("GET", `${ada}/memberships`),
  missing("GET", `${ada}/logs`),
  missing("GET", `${ada}/mfa/factors`),
  empty("/users/identities"),
  empty("/teams/crew/memberships"),
  {
    call: [
      "POST",
      "/account/sessions/email",
      { email: "ada@example.com", password: "correct horse" },
      PROJECT,
    ],
    status: 401,
  },
]

/** How each thing is deleted, by the route that does it. */
const DELETIONS: Readonly<Record<string, (stage: Stage, version: string) => Promise<Deletion>>> = {
  async "/users/:userId"(stage) {
    const { body } = await stage.call("POST", `${ada}/tokens`)
    const login = { userId: "ada", secret: body.secret }
    return {
      path: ada,
      there: shown(ada),
      gone: [
        ...withoutUser,
        ...sessionsIn(stage).map(loggedOut),
        { call: ["POST", "/account/sessions/token", login, PROJECT], status: 401 },
      ],
    }
  },
  "/users/:userId/sessions": async (stage) => ({
    path: `${ada}/sessions`,
    there: shown(`${ada}/sessions`, { total: 2 }),
    gone: [empty(`${ada}/sessions`), ...sessionsIn(stage).map(loggedOut)],
  }),
  "/users/:userId/sessions/:sessionId": async (stage) => ({
    path: `${ada}/sessions/first`,
    there: shown("/account", {}, firstOf(stage)),
    gone: [
      missing("DELETE", `${ada}/sessions/first`),
      shown(`${ada}/sessions`, { total: 1 }),
      loggedOut(firstOf(stage)),
    ],
  }),
  "/users/:userId/targets/:targetId": async () => ({
    path: `${ada}/targets/target`,
    there: shown(`${ada}/targets/target`),
    gone: [
      missing("GET", `${ada}/targets/target`),
      missing("DELETE", `${ada}/targets/target`),
      missing("PATCH", `${ada}/targets/target`, { name: "new" }),
    ],
  }),
  "/users/identities/:identityId": async () => ({
    path: "/users/identities/identity",
    there: shown("/users/identities", { total: 1 }),
    gone: [missing("DELETE", "/users/identities/identity"), empty("/users/identities")],
  }),
  "/users/:userId/mfa/authenticators/:type": async () => ({
    path: `${ada}/mfa/authenticators/totp`,
    there: shown(`${ada}/mfa/factors`, { totp: true }),
    gone: [missing("DELETE", `${ada}/mfa/authenticators/totp`), shown(`${ada}/mfa/factors`, { totp: false })],
  }),
  "/account": async (stage) => ({
    path: "/account",
    as: firstOf(stage),
    there: shown("/account", {}, firstOf(stage)),
    gone: [...withoutUser, ...sessionsIn(stage).map(loggedOut)],
  }),
  "/account/sessions": async (stage) => ({
    path: "/account/sessions",
    as: firstOf(stage),
    there: shown("/account/sessions", { total: 2 }, firstOf(stage)),
    gone: [empty(`${ada}/sessions`), ...sessionsIn(stage).map(loggedOut)],
  }),
  "/account/sessions/:sessionId": async (stage) => ({
    path: "/account/sessions/first",
    as: firstOf(stage),
    there: shown("/account/sessions/first", {}, firstOf(stage)),
    gone: [shown(`${ada}/sessions`, { total: 1 }), loggedOut(firstOf(stage))],
  }),
  "/account/identities/:identityId": async (stage) => ({
    path: "/account/identities/identity",
    as: firstOf(stage),
    there: shown("/account/identities", { total: 1 }, firstOf(stage)),
    gone: [empty("/account/identities", firstOf(stage)), empty("/users/identities")],
  }),
  async "/account/targets/:targetId/push"(stage) {
    const as = firstOf(stage)
    await stage.call("POST", "/account/targets/push", { targetId: "push", identifier: "device" }, as)
    return {
      path: "/account/targets/push/push",
      as,
      there: shown(`${ada}/targets/push`),
      gone: [
        missing("GET", `${ada}/targets/push`),
        { call: ["PUT", "/account/targets/push/push", { identifier: "other" }, as], status: 404 },
      ],
    }
  },
  async "/account/mfa/authenticators/:type"(stage, version) {
    const secret = stage.emulator.planted.users[0]?.totpSecret ?? ""
    const as = firstOf(stage)
    return {
      path: "/account/mfa/authenticators/totp",
      as,
      ...(version === "1.5" && { sent: { otp: await totpCode(secret, Date.now()) } }),
      there: shown("/account/mfa/factors", { totp: true }, as),
      gone: [
        shown("/account/mfa/factors", { totp: false }, as),
        missing("DELETE", `${ada}/mfa/authenticators/totp`),
      ],
    }
  },
  "/teams/:teamId": async () => ({
    path: "/teams/crew",
    there: shown("/teams/crew", { total: 1 }),
    gone: [
      missing("GET", "/teams/crew"),
      missing("DELETE", "/teams/crew"),
      missing("PUT", "/teams/crew", { name: "New" }),
      missing("GET", "/teams/crew/memberships"),
      missing("GET", "/teams/crew/prefs"),
      missing("PUT", "/teams/crew/prefs", { prefs: {} }),
      empty(`${ada}/memberships`),
    ],
  }),
  "/teams/:teamId/memberships/:membershipId": async () => ({
    path: "/teams/crew/memberships/membership",
    there: shown("/teams/crew/memberships/membership"),
    gone: [
      missing("GET", "/teams/crew/memberships/membership"),
      missing("DELETE", "/teams/crew/memberships/membership"),
      missing("PATCH", "/teams/crew/memberships/membership", { roles: ["owner"] }),
      shown("/teams/crew", { total: 0 }),
      empty(`${ada}/memberships`),
    ],
  }),
  async "/project/keys/:keyId"({ call }) {
    const key = { keyId: "reader", name: "Reader", scopes: ["users.read"] }
    const { body } = await call("POST", "/project/keys", key)
    const own = { ...PROJECT, "x-appwrite-key": body.secret }
    return {
      path: "/project/keys/reader",
      there: shown("/users", {}, own),
      gone: [
        missing("GET", "/project/keys/reader"),
        missing("DELETE", "/project/keys/reader"),
        missing("PUT", "/project/keys/reader", { name: "New", scopes: [] }),
        { call: ["GET", "/users", undefined, own], status: 401 },
      ],
    }
  },
  async "/project/mock-phones/:number"({ call }) {
    const path = "/project/mock-phones/+15555550100"
    await call("POST", "/project/mock-phones", { number: "+15555550100", otp: "123456" })
    return {
      path,
      there: shown(path),
      gone: [missing("GET", path), missing("DELETE", path), missing("PUT", path, { otp: "654321" })],
    }
  },
  async "/messaging/providers/:providerId"({ call }) {
    const provider = { providerId: "mail", name: "Mail", apiKey: "x", from: "a@example.com" }
    await call("POST", "/messaging/providers/sendgrid", provider)
    const path = "/messaging/providers/mail"
    return { path, there: shown(path), gone: [missing("GET", path), missing("DELETE", path)] }
  },
}

/** What can be made, by the route that does it: what is sent, and where it is then. */
const CREATIONS: Readonly<Record<string, { readonly sent: object; readonly below: string }>> = {
  "/users": { sent: { userId: "ben", email: "ben@example.com" }, below: "/users" },
  "/users/:userId/targets": {
    sent: { targetId: "other", providerType: "email", identifier: "other@example.com" },
    below: `${ada}/targets`,
  },
  "/teams": { sent: { teamId: "staff", name: "Staff" }, below: "/teams" },
  "/teams/:teamId/memberships": {
    sent: { email: "ben@example.com", roles: ["owner"], url: "http://localhost" },
    below: "/teams/crew/memberships",
  },
  "/project/keys": {
    sent: { keyId: "reader", name: "Reader", scopes: ["users.read"] },
    below: "/project/keys",
  },
  "/project/mock-phones": {
    sent: { number: "+15555550100", otp: "123456" },
    below: "/project/mock-phones",
  },
  "/messaging/providers/sendgrid": {
    sent: { providerId: "mail", name: "Mail", apiKey: "x", from: "a@example.com" },
    below: "/messaging/providers",
  },
}

async function check({ call }: Stage, { call: [method, path, sent, as = KEY], status, body }: Expected) {
  const answer = await call(method, path, sent, as)
  expect([method, path, answer.status]).toEqual([method, path, status])
  if (body !== undefined) expect({ path, ...answer.body }).toMatchObject({ path, ...body })
}

describe.each(PROFILE_NAMES)("Appwrite %s", async (appwrite) => {
  const endpoints = await endpointsOfVersion(appwrite)
  const paths = endpoints.filter(({ method }) => method === "DELETE").map(({ path }) => path)

  test("of every route that deletes it is known how", () => {
    expect(Object.keys(DELETIONS)).toEqual(expect.arrayContaining(paths))
  })

  test.each(paths)("what DELETE %s deletes was there, and is of no use any more", async (path) => {
    const stage = await newStage({ appwrite, seed })
    const deletion = await DELETIONS[path]?.(stage, appwrite)
    if (deletion === undefined) throw new Error(`Nothing is known of DELETE ${path}`)
    await check(stage, deletion.there)
    const { status } = await stage.call("DELETE", deletion.path, deletion.sent, deletion.as)
    expect(status).toBe(204)
    for (const expected of deletion.gone) await check(stage, expected)
    const { projects } = stage.emulator.snapshot()
    expect(projects.flatMap(({ state }) => brokenInvariants(state))).toEqual([])
  })

  const creatable = endpoints.flatMap(({ method, path }) =>
    method === "POST" && CREATIONS[path] !== undefined ? [{ path, ...CREATIONS[path] }] : [],
  )

  test("things can be made", () => {
    expect(creatable.length).toBeGreaterThanOrEqual(appwrite === "1.5" ? 4 : 7)
  })

  test.each(creatable)("what POST $path makes can be made again once it is deleted", async (creation) => {
    const { call } = await newStage({ appwrite, seed })
    const at = creation.path.replace(":userId", "ada").replace(":teamId", "crew")
    for (const time of ["first", "second"]) {
      const { status, body } = await call("POST", at, creation.sent)
      expect([time, status]).toEqual([time, 201])
      const made = `${creation.below}/${body.$id ?? body.number}`
      expect((await call("GET", made)).status).toBe(200)
      expect((await call("DELETE", made)).status).toBe(204)
      expect((await call("GET", made)).status).toBe(404)
    }
  })

  test("a deleted user can be made again, and is a new one", async () => {
    const { call } = await newStage({ appwrite, seed })
    // Version 1.5 forgets such a session where it lists them.
    await call("POST", `${ada}/sessions`)
    await call("DELETE", ada)
    expect((await call("POST", "/users", { userId: "ada", email: "ada@example.com" })).status).toBe(201)
    await call("PATCH", `${ada}/name`, { name: "Ada" })
    for (const path of ["sessions", "memberships"]) {
      expect((await call("GET", `${ada}/${path}`)).body).toMatchObject({ total: 0 })
    }
  })
})
