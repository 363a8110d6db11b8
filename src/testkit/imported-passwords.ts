import type { SeedUser } from "../seed/seed-shape.ts"

/** The password of all users that the factories give one. */
export const PASSWORD = "correct horse"

/** {@link PASSWORD} as each algorithm hashes it, at little cost; `scryptMod` as Firebase would export it. */
export const importedPasswords = {
  argon2: {
    hash: "argon2",
    password: "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$fGboIvzlkt1eU7JnWpaFoCiFdQqj41xKJW/x6HC4Hu4",
  },
  bcrypt: { hash: "bcrypt", password: "$2y$04$a07rXVLfZFPxZ0zja0Dqb.2Z5I4y1OvmAL2EY492HVCZiLIZcxZwm" },
  md5: { hash: "md5", password: "3cb4e732631f47e6eb961f34554b7cde" },
  phpass: { hash: "phpass", password: "$P$5saltsaltL3FzpWcZLJU9vJ2S4.XV11" },
  scrypt: {
    hash: "scrypt",
    hashOptions: { salt: "salt", costCpu: 16, costMemory: 8, costParallel: 1, length: 64 },
    password:
      "e919101cd43acc42f31124f3268d309d9955015e39e9d5c5205c1bf4dde8f56594a9385c7a3a2e35100998f9504419365772f5c106171c1e2c33ad9269401153",
  },
  scryptMod: {
    hash: "scryptMod",
    hashOptions: {
      salt: "42xEC+ixf3L2lw==",
      saltSeparator: "Bw==",
      signerKey: "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
    },
    password: "ZKICzw/aMHw8vdjGxgsJzoU1Y63uykdiPEEVnt50NNfmdvLO6km/CMVwKr/d6tK9Px7we7sL5mhO3XjodX2HlA==",
  },
  sha: {
    hash: "sha",
    hashOptions: { version: "sha256" },
    password: "4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631",
  },
} as const satisfies Readonly<Record<string, SeedUser>>

export type ImportedHash = keyof typeof importedPasswords
