import { strictBoolean } from "../validators/boolean.ts"
import { wholeNumber } from "../validators/integer.ts"
import { text } from "../validators/text.ts"
import { exactWhiteList } from "../validators/white-list.ts"
import { HASH_NAMES } from "./hash-names.ts"
import { member, object } from "./shapes/object.ts"
import type { Read } from "./shapes/shape.ts"
import { value } from "./shapes/value.ts"

/** What belongs to a hash, as the server shows it of users. */
export const hashOptionsShape = object(
  {},
  {
    type: member(value(exactWhiteList(HASH_NAMES)), "As `hash`."),
    version: member(value(text(128)), "sha: such as sha256, which it is by default."),
    salt: member(value(text(128)), "scrypt: as it is; scryptMod: in base64."),
    costCpu: member(value(wholeNumber()), "scrypt: N."),
    costMemory: member(value(wholeNumber()), "scrypt: r."),
    costParallel: member(value(wholeNumber()), "scrypt: p."),
    length: member(value(wholeNumber()), "scrypt: bytes of the key."),
    saltSeparator: member(value(text(128)), "scryptMod: in base64."),
    signerKey: member(value(text(128)), "scryptMod: in base64."),
    memory_cost: member(value(wholeNumber()), "argon2: KiB that the server says it hashes with."),
    time_cost: member(value(wholeNumber()), "argon2: passes that the server says it makes."),
    threads: member(value(wholeNumber()), "argon2: threads that the server says it uses."),
    cost: member(value(wholeNumber()), "bcrypt: cost that the server says it hashes with."),
    iteration_count_log2: member(value(wholeNumber()), "phpass: state of the server's hash library."),
    portable_hashes: member(value(strictBoolean), "phpass: state of the server's hash library."),
    random_state: member(value(text(256)), "phpass: state of the server's hash library."),
  },
)

/** Options of a hash as they were read. */
export type ReadHashOptions = Read<typeof hashOptionsShape>
