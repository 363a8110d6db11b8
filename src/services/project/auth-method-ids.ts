import type { AuthMethod } from "../../project/settings.ts"

/** Appwrite 1.9: the ways to log in, by the name that they have in requests and answers, in the order of the list. */
export const authMethodIds = {
  "email-password": "emailPassword",
  "magic-url": "usersAuthMagicURL",
  "email-otp": "emailOtp",
  anonymous: "anonymous",
  invites: "invites",
  jwt: "JWT",
  phone: "phone",
} as const satisfies Readonly<Record<string, AuthMethod>>

/** The name of a way to log in, as requests and answers have it. */
export type AuthMethodId = keyof typeof authMethodIds

const isAuthMethodId = (text: string): text is AuthMethodId => Object.hasOwn(authMethodIds, text)

/** All of them, in the order of the real server's. */
export const AUTH_METHOD_IDS: readonly AuthMethodId[] = Object.keys(authMethodIds).filter(isAuthMethodId)
