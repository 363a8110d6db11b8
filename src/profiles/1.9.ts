import type { Profile } from "./profile.ts"

/** Appwrite 1.9.6 with MariaDB. */
export const appwrite19: Profile = { version: "1.9.6" }
