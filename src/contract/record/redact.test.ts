import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Step, Transcript } from "../transcript.ts"
import { redact } from "./redact.ts"

const json = { "content-type": "application/json; charset=UTF-8" }

function step(part: Partial<Step>): Step {
  return {
    as: "key",
    method: "GET",
    path: "/users",
    query: {},
    headers: {},
    content: undefined,
    note: undefined,
    at: 0,
    ms: 1,
    answer: { status: 200, headers: json, cookies: [], body: null },
    ...part,
  }
}

function transcript(project: string, key: string, steps: readonly Step[]): Transcript {
  return { name: "t", area: "a", server: "Appwrite 1.9.6", project, key, steps }
}

const hexadecimal = (length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789abcdef"), { minLength: length, maxLength: length })
    .map((all) => all.join(""))
const base32 = fc.array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), {
  minLength: 32,
  maxLength: 32,
})

/** A recording in which each secret stands in all the places that it can. */
const recordings = fc
  .record({
    project: fc.oneof(hexadecimal(20), fc.constantFrom("my-shop-2026", "shop", "users")),
    key: hexadecimal(64).map((secret) => `standard_${secret}`),
    hostname: fc.constantFrom("appwrite.my-company.com", "10.1.2.3"),
    session: hexadecimal(256),
    token: fc.oneof(hexadecimal(64), hexadecimal(12)),
    codes: fc.uniqueArray(hexadecimal(10), { minLength: 1, maxLength: 6 }),
    totp: base32.map((all) => all.join("")),
    signature: fc.base64String({ minLength: 40, maxLength: 40 }).map((text) => text.replace(/[+/=]/g, "x")),
    hash: fc.base64String({ minLength: 40, maxLength: 40 }).map((text) => text.replace(/=/g, "x")),
  })
  .map((secrets) => ({ secrets, recording: recordingOf(secrets) }))

type Secrets = Readonly<
  Record<"project" | "key" | "hostname" | "session" | "token" | "totp" | "signature" | "hash", string>
> & {
  readonly codes: readonly string[]
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64")
}

function sessionText(secret: string): string {
  return encoded({ id: "ada", secret })
}

function recordingOf(secrets: Secrets): Transcript {
  const { project, key, hostname, session, token, codes, totp, signature, hash } = secrets
  const whole = sessionText(session)
  const name = `a_session_${project}`
  const jwt = `${encoded({ typ: "JWT" }).replace(/=/g, "")}.${encoded({ userId: "ada" }).replace(/=/g, "")}.${signature}`
  const headers = { "x-appwrite-project": project, "x-appwrite-key": key }
  const login = {
    status: 201,
    headers: { ...json, "x-fallback-cookies": JSON.stringify({ [name]: whole }) },
    cookies: [`${name}_legacy=${encodeURIComponent(whole)}; path=/; domain=.${hostname}`],
    body: { secret: whole, password: `$argon2id$v=19$m=65536,t=4,p=3$${hash}$${hash}x` },
  }
  return transcript(project, key, [
    step({ headers, answer: login }),
    step({
      headers: { ...headers, "x-appwrite-session": whole, cookie: `${name}=${encodeURIComponent(whole)}` },
      answer: {
        ...login,
        body: { sessions: [{ secret: createHash("sha256").update(session).digest("hex") }], jwt },
      },
    }),
    step({
      headers: { ...headers, "x-appwrite-jwt": jwt },
      answer: { ...login, body: { secret: totp, uri: `otpauth://totp/x?issuer=y&secret=${totp}` } },
    }),
    step({
      headers,
      path: "/users/ada/tokens",
      content: { json: { otp: { $totp: totp } } },
      answer: { ...login, body: { secret: token, recoveryCodes: codes } },
    }),
    step({
      headers,
      query: { secret: token },
      content: { json: { otp: codes[0] ?? "", secret: token } },
      answer: { ...login, body: { message: `app.${project}@service.${hostname} (role: applications)` } },
    }),
  ])
}

describe("a redacted recording", () => {
  test("has no secret left, encoded or not", () => {
    fc.assert(
      fc.property(recordings, ({ secrets, recording }) => {
        const text = JSON.stringify(redact(recording, secrets.hostname))
        const decoded = text.replace(/ey[A-Za-z0-9+/]+/g, (run) => Buffer.from(run, "base64").toString())
        const { session, project, codes, ...others } = secrets
        const hidden = [
          session,
          createHash("sha256").update(session).digest("hex"),
          ...codes,
          ...Object.values(others),
        ]
        for (const secret of hidden) {
          expect(text).not.toContain(secret)
          expect(decoded).not.toContain(secret)
        }
        expect(text).not.toContain(sessionText(session).replace(/=+$/, ""))
        expect(text).not.toMatch(new RegExp(`a_session_${project}|app\\.${project}@|"${project}"`))
      }),
    )
  })

  test("is the same for every run, and names the same things alike", () => {
    fc.assert(
      fc.property(recordings, ({ secrets, recording }) => {
        const clean = redact(recording, secrets.hostname)
        expect(redact(recording, secrets.hostname)).toEqual(clean)
        const [login, use] = clean.steps
        expect(login?.answer.cookies[0]).toContain(`a_session_${clean.project}_legacy=`)
        expect(login?.answer.body).toMatchObject({ secret: use?.headers["x-appwrite-session"] })
        expect(use?.headers.cookie).toBe(
          `a_session_${clean.project}=${encodeURIComponent(use?.headers["x-appwrite-session"] ?? "")}`,
        )
        expect(clean.key).toMatch(/^standard_[0-9a-f]{64}$/)
        expect(clean.project).toMatch(/^[0-9a-f]{20}$/)
      }),
    )
  })

  test("keeps what the client chose", () => {
    const steps = [
      step({ path: "/users/ada", content: { json: { password: "correct-horse-9", name: "Ada" } } }),
    ]
    const [clean] = redact(transcript("users", "standard_0123456789", steps), "localhost").steps
    expect(clean).toMatchObject({
      path: "/users/ada",
      content: { json: { password: "correct-horse-9", name: "Ada" } },
    })
  })

  test("has only the settings of a project that are compared", () => {
    const body = { $id: "shop", name: "Shop", smtpPassword: "geheim", authLimit: 1, authMethods: [] }
    const answer = { status: 200, headers: json, cookies: [], body }
    const [clean] = redact(
      transcript("shop", "standard_0123456789", [step({ path: "/project/policies/user-limit", answer })]),
      "localhost",
    ).steps
    expect(clean?.answer.body).toEqual({ $id: expect.any(String), authLimit: 1, authMethods: [] })
  })

  test("of which a secret can't be taken out is not kept", () => {
    // The key stands inside of a longer word, where it can't be told from one.
    const steps = [step({ path: "/users/xxstandard_0123456789xx" })]
    expect(() => redact(transcript("shop", "standard_0123456789", steps), "localhost")).toThrow("is not kept")
  })
})

test("credentials of providers are secrets", () => {
  const content = { json: { providerId: "p", apiKey: "key-of-the-real-service" } }
  const clean = redact(
    transcript("shop", "standard_0123456789", [
      step({ path: "/messaging/providers/resend", method: "POST", content }),
    ]),
    "localhost",
  )
  expect(JSON.stringify(clean)).not.toContain("key-of-the-real-service")
})
