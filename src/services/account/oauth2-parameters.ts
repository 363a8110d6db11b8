import { arrayList } from "../../validators/array-list.ts"
import { email } from "../../validators/email.ts"
import { optional, required, type Values } from "../../validators/parameter.ts"
import { redirectUrl } from "../../validators/redirect-url.ts"
import { text } from "../../validators/text.ts"
import { exactWhiteList } from "../../validators/white-list.ts"
import { OAUTH2_PROVIDERS } from "../oauth2-providers.ts"

const SCOPE = { min: 1, max: 4096 }
const MOST_SCOPES = 100

/** Appwrite 1.9's parameters, and below them the emulator's own: who logs in at the provider. */
export const oauth2Parameters = {
  provider: required(exactWhiteList(OAUTH2_PROVIDERS)),
  success: optional(redirectUrl(), ""),
  failure: optional(redirectUrl(), ""),
  scopes: optional(
    arrayList(
      (scope) => scope.length >= SCOPE.min && scope.length <= SCOPE.max,
      MOST_SCOPES,
      `Value must be a valid string and at least ${SCOPE.min} chars and no longer than ${SCOPE.max} chars`,
      { kind: "text", ...SCOPE },
    ),
    [],
  ),
  email: optional(email(), "user@example.org"),
  uid: optional(text(256), ""),
  name: optional(text(128), "User"),
}

/** What a client asks of a login at a provider. */
export type OAuth2Parameters = Values<typeof oauth2Parameters>

/** Who logs in at the provider. */
export interface OAuth2Person {
  readonly provider: string
  /** The provider's own ID of them; without one the email stands for it. */
  readonly uid: string
  readonly email: string
  readonly name: string
}

export function personOf({ provider, email, uid, name }: OAuth2Parameters): OAuth2Person {
  const address = email.toLowerCase()
  return { provider, uid: uid || address, email: address, name }
}
