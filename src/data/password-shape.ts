import type { HashName, HashOptions, StoredPassword } from "../passwords/stored.ts"
import { anyObject, object } from "./shapes/object.ts"
import { flag, oneOf, orNull, text, whole } from "./shapes/plain.ts"
import { below, Misshapen, type Shape } from "./shapes/shape.ts"

const optionShapes: { readonly [name in HashName]: Shape<HashOptions[name]> } = {
  argon2: object({ type: oneOf("argon2"), memory_cost: whole, time_cost: whole, threads: whole }),
  bcrypt: object({ type: oneOf("bcrypt"), cost: whole }),
  md5: object({ type: oneOf("md5") }),
  sha: object({
    version: oneOf(
      "sha1",
      "sha224",
      "sha256",
      "sha384",
      "sha512",
      "sha3-224",
      "sha3-256",
      "sha3-384",
      "sha3-512",
    ),
  }),
  phpass: object({
    type: oneOf("phpass"),
    iteration_count_log2: whole,
    portable_hashes: flag,
    random_state: text,
  }),
  scrypt: object({
    type: oneOf("scrypt"),
    costCpu: whole,
    costMemory: whole,
    costParallel: whole,
    length: whole,
    salt: text,
  }),
  scryptMod: object({ type: oneOf("scryptMod"), salt: text, saltSeparator: text, signerKey: text }),
}

function passwordOf<N extends HashName>(hash: N): Shape<StoredPassword<N>> {
  return object<{ hash: N; hashOptions: HashOptions[N]; password: string | null }>({
    hash: oneOf<N>(hash),
    hashOptions: optionShapes[hash],
    password: orNull(text),
  })
}

const passwordShapes: { readonly [name in HashName]: Shape<StoredPassword<name>> } = {
  argon2: passwordOf("argon2"),
  bcrypt: passwordOf("bcrypt"),
  md5: passwordOf("md5"),
  sha: passwordOf("sha"),
  phpass: passwordOf("phpass"),
  scrypt: passwordOf("scrypt"),
  scryptMod: passwordOf("scryptMod"),
}

function isHashName(name: unknown): name is HashName {
  return typeof name === "string" && Object.hasOwn(passwordShapes, name)
}

/** What a user has of a password: the options are those of the hash. */
export const storedPassword: Shape<StoredPassword> = (value) => {
  const { hash } = anyObject(value)
  if (isHashName(hash)) return passwordShapes[hash](value)
  return below("hash", () => {
    throw new Misshapen(`expected one of ${Object.keys(passwordShapes).join(", ")}`)
  })
}
