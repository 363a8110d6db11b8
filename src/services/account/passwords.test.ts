import { createCipheriv, createHash, randomBytes, scryptSync } from "node:crypto"
import { hashSync } from "bcryptjs"
import fc from "fast-check"
import { argon2id } from "hash-wasm"
import { describe, expect, test } from "vitest"
import { newScene, refusal, type Scene } from "../../test-support/scene.ts"

/** In milliseconds: hashes are slow, perhaps on a busy machine. */
const PATIENCE = 60_000

const SALT = "pepper-and-salt"
const SEPARATOR = Buffer.from([2])
const SIGNER_KEY = Buffer.from("the signer key of a project")

const digest = (algorithm: string, ...parts: (string | Buffer)[]) => {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** phpass in its portable form, with 2^7 rounds. */
function phpass(password: string): string {
  let hash = digest("md5", "saltsalt", password)
  for (let round = 0; round < 2 ** 7; round += 1) hash = digest("md5", hash, password)
  let text = "$P$5saltsalt"
  for (let at = 0; at < hash.length; at += 3) {
    const bytes = [...hash.subarray(at, at + 3)]
    let bits = bytes.reduce((sum, byte, index) => sum + byte * 256 ** index, 0)
    for (let left = bytes.length + 1; left > 0; left -= 1) {
      text += ALPHABET[bits % 64]
      bits = Math.floor(bits / 64)
    }
  }
  return text
}

/** Firebase's way. */
function scryptModified(password: string): string {
  const salt = Buffer.concat([Buffer.from(SALT), SEPARATOR])
  const key = scryptSync(password, salt, 64, { N: 16384, r: 8, p: 1 }).subarray(0, 32)
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(SIGNER_KEY).toString("base64")
}

/** Of each import: the hash of a password, and what is sent beside it. */
const IMPORTS: Readonly<
  Record<string, (password: string) => Promise<Record<string, unknown>> | Record<string, unknown>>
> = {
  argon2: async (password) => ({
    password: await argon2id({
      password,
      salt: randomBytes(16),
      parallelism: 1,
      iterations: 1,
      memorySize: 8,
      hashLength: 32,
      outputType: "encoded",
    }),
  }),
  bcrypt: (password) => ({ password: hashSync(password, 4) }),
  md5: (password) => ({ password: digest("md5", password).toString("hex") }),
  sha: (password) => ({
    password: digest("sha3-512", password).toString("hex"),
    passwordVersion: "sha3-512",
  }),
  phpass: (password) => ({ password: phpass(password) }),
  scrypt: (password) => ({
    password: scryptSync(password, SALT, 32, { N: 16, r: 2, p: 1 }).toString("hex"),
    passwordSalt: SALT,
    passwordCpu: 16,
    passwordMemory: 2,
    passwordParallel: 1,
    passwordLength: 32,
  }),
  "scrypt-modified": (password) => ({
    password: scryptModified(password),
    passwordSalt: Buffer.from(SALT).toString("base64"),
    passwordSaltSeparator: SEPARATOR.toString("base64"),
    passwordSignerKey: SIGNER_KEY.toString("base64"),
  }),
}

/** Bcrypt looks at the first 72 bytes and stops at the first zero byte: what is alike for it is not told apart. */
const password = fc
  .string({ unit: "grapheme", minLength: 8, maxLength: 30 })
  .filter((text) => Buffer.byteLength(text) <= 72 && !text.includes("\0"))

const LOGIN = { email: "ann@acme.com" }

const logIn = async (scene: Scene, secret: string): Promise<number> =>
  (await scene.guest("POST", "/account/sessions/email", { ...LOGIN, password: secret })).status

/** How a user of a fresh project comes to a password. */
const WAYS: Record<string, (scene: Scene, secret: string) => Promise<unknown>> = {
  "signing up": (scene, secret) =>
    scene.guest("POST", "/account", { userId: "ann", ...LOGIN, password: secret }),
  "being created": (scene, secret) =>
    scene.key("POST", "/users", { userId: "ann", ...LOGIN, password: secret }),
  "a server that changes it": async (scene, secret) => {
    await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
    await scene.key("PATCH", "/users/ann/password", { password: secret })
  },
  "changing it": async (scene, secret) => {
    await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
    await (await scene.session("ann"))("PATCH", "/account/password", { password: secret })
  },
  "recovering it": async (scene, secret) => {
    await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
    const { body } = await scene.key("POST", "/account/recovery", { ...LOGIN, url: "http://localhost" })
    const sent = { userId: "ann", secret: body.secret, password: secret }
    await scene.guest("PUT", "/account/recovery", sent)
  },
  "giving an email to an account without one": async (scene, secret) => {
    await scene.key("POST", "/users", { userId: "ann" })
    await (await scene.session("ann"))("PATCH", "/account/email", { ...LOGIN, password: secret })
  },
}

for (const [name, hash] of Object.entries(IMPORTS)) {
  WAYS[`import from ${name}`] = async (scene, secret) =>
    scene.key("POST", `/users/${name}`, { userId: "ann", ...LOGIN, ...(await hash(secret)) })
}

describe.each(Object.entries(WAYS))("a password that came by %s", (_name, set) => {
  test(
    "logs in, time and again, and no other does",
    async () => {
      await fc.assert(
        fc.asyncProperty(password, password, async (right, wrong) => {
          fc.pre(right !== wrong)
          const scene = await newScene()
          await set(scene, right)
          expect(await logIn(scene, wrong)).toBe(401)
          expect(await logIn(scene, right)).toBe(201)
          expect(await logIn(scene, right)).toBe(201)
          expect(await logIn(scene, wrong)).toBe(401)
        }),
        { numRuns: 8 },
      )
    },
    PATIENCE,
  )
})

test.each(Object.entries(IMPORTS))("a login hashes a password from %s anew", async (name, hash) => {
  const scene = await newScene()
  const secret = "correct-horse-9"
  await scene.key("POST", `/users/${name}`, { userId: "ann", ...LOGIN, ...(await hash(secret)) })
  const before = (await scene.key("GET", "/users/ann")).body
  await logIn(scene, "wrong-horse-10")
  expect((await scene.key("GET", "/users/ann")).body).toEqual(before)
  await logIn(scene, secret)
  const after = (await scene.key("GET", "/users/ann")).body
  expect(after.hash).toBe("argon2")
  expect(after.passwordUpdate).toBe(before.passwordUpdate)
  if (name === "argon2") expect(after.password).toBe(before.password)
  else expect(after.password).not.toBe(before.password)
})

test("a blocked user is told so only with the right password", async () => {
  const scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", ...LOGIN, password: "correct-horse-9" })
  await scene.key("PATCH", "/users/ann/status", { status: false })
  expect(await logIn(scene, "wrong-horse-10")).toBe(401)
  expect(
    await scene.guest("POST", "/account/sessions/email", { ...LOGIN, password: "correct-horse-9" }),
  ).toMatchObject(refusal(403, "user_blocked"))
})

test("a password of nobody logs nobody in", async () => {
  const scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
  expect(await logIn(scene, "correct-horse-9")).toBe(401)
  await scene.key("PATCH", "/users/ann/password", { password: "" })
  expect(await logIn(scene, "correct-horse-9")).toBe(401)
})
