import type { HashName, HashOptions, StoredPassword } from "../passwords/stored.ts"
import { anyObject, object } from "./shapes/object.ts"
import { either, flag, oneOf, orNull, text, whole } from "./shapes/plain.ts"
import { below, Misshapen, type Shape } from "./shapes/shape.ts"

/** The options of a hash that have this member: there are others without it. */
type With<Hash extends HashName, Name extends string> = Extract<
  HashOptions[Hash],
  { readonly [n in Name]: unknown }
>

/** Options that say no more than whose they are, as Appwrite 1.5 stores many. */
const typeOnly = <const T extends HashName>(type: T) => object<{ readonly type: T }>({ type: oneOf<T>(type) })

const optionShapes: { readonly [name in HashName]: Shape<HashOptions[name]> } = {
  argon2: either(
    object<With<"argon2", "memory_cost">>({
      type: oneOf("argon2"),
      memory_cost: whole,
      time_cost: whole,
      threads: whole,
    }),
    either(
      object<With<"argon2", "memoryCost">>({
        type: oneOf("argon2"),
        memoryCost: whole,
        timeCost: whole,
        threads: whole,
      }),
      typeOnly("argon2"),
    ),
  ),
  bcrypt: either(object<With<"bcrypt", "cost">>({ type: oneOf("bcrypt"), cost: whole }), typeOnly("bcrypt")),
  md5: typeOnly("md5"),
  sha: either(
    object({ version: text }),
    either(object({ version: text, type: oneOf("sha") }), typeOnly("sha")),
  ),
  phpass: either(
    object<With<"phpass", "random_state">>({
      type: oneOf("phpass"),
      iteration_count_log2: whole,
      portable_hashes: flag,
      random_state: text,
    }),
    typeOnly("phpass"),
  ),
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
