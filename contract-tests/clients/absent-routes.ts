import type { RoutePattern } from "../../src/contract/coverage/route-of.ts"

const route = (text: string): RoutePattern => {
  const [method = "", path = ""] = text.split(" ")
  return { method, path }
}

/** Routes that came with servers after Appwrite 1.9, which newer clients ask for. */
const AFTER_1_9 = [
  "GET /account/consents",
  "GET /account/consents/:consentId",
  "DELETE /account/consents/:consentId",
  "GET /account/consents/:consentId/tokens",
  "GET /account/consents/:consentId/tokens/:tokenId",
  "DELETE /account/consents/:consentId/tokens/:tokenId",
  "POST /account/recovery/otp",
  "PUT /account/recovery/otp",
  "POST /account/sessions/id-token",
  "POST /account/verifications/email/otp",
  "PUT /account/verifications/email/otp",
].map(route)

/** By version: routes that official clients ask for and a real server of that version answers with 404. */
const ABSENT: Readonly<Record<string, readonly RoutePattern[]>> = { "1.9.6": AFTER_1_9 }

/** The routes that a version of Appwrite lacks, as far as clients ask for them. */
export function absentRoutes(version: string): readonly RoutePattern[] {
  return ABSENT[version] ?? []
}
