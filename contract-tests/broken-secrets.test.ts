import type { JsonObject } from "../src/contract/json-value.ts"
import { inText, later, withMembers } from "./broken-answer.ts"
import { cutLast, minute, testBroken } from "./broken-case.ts"

testBroken([
  [
    "a JWT for another user",
    "scenarios/jwts",
    1,
    inText(["jwt"], inPayload({ userId: "other" })),
    "body.jwt",
  ],
  [
    "a JWT that names no session",
    "scenarios/jwts",
    4,
    inText(["jwt"], inPayload({ sessionId: "" })),
    "body.jwt",
  ],
  [
    "a JWT that expires 60 s late",
    "scenarios/jwts",
    1,
    inText(["jwt"], (jwt) => inPayload({ exp: Number(claimsOf(jwt).exp) + 60 })(jwt)),
    "body.jwt",
  ],
  ["a JWT with a claim more", "scenarios/jwts", 1, inText(["jwt"], inPayload({ iat: 0 })), "body.jwt"],
  ["a JWT with a cut signature", "scenarios/jwts", 1, inText(["jwt"], cutLast), "body.jwt"],
  [
    "a token's secret with letters for digits",
    "scenarios/account-tokens",
    1,
    inText(["secret"], () => "abcdef"),
    "body.secret",
  ],
  [
    "a token's secret outside of hexadecimal",
    "scenarios/tokens",
    2,
    inText(["secret"], (secret) => secret.replace(/.$/, "g")),
    "body.secret",
  ],
  [
    "an authenticator of another issuer",
    "scenarios/mfa-factors-and-authenticator",
    9,
    inText(["uri"], (uri) => uri.replace("issuer=", "issuer=x")),
    "body.uri",
  ],
  [
    "a URI with another secret",
    "scenarios/mfa-factors-and-authenticator",
    9,
    inText(["uri"], (uri) => uri.replace(/(secret=.*)./, "$1Q").replace(/(secret=)./, "$1Q")),
    "body.uri",
  ],
  [
    "a recovery code outside of hexadecimal",
    "scenarios/recovery-codes-lifecycle",
    3,
    inText(["recoveryCodes", 0], (code) => code.replace(/.$/, "z")),
    "body.recoveryCodes[0]",
  ],
  [
    "a log's time with milliseconds",
    "scenarios/logs",
    7,
    inText(["logs", 0, "time"], later(123)),
    "body.logs[0].time",
  ],
  [
    "usage figures of another day",
    "scenarios/get-and-not-found",
    36,
    inText(["users", 0, "date"], later(24 * 60 * minute)),
    "body.users[0].date",
  ],
])

function claimsOf(jwt: string): JsonObject {
  const claims: JsonObject = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString())
  return claims
}

function inPayload(claims: JsonObject): (jwt: string) => string {
  return (jwt) => {
    const [header = "", payload = "", signature = ""] = jwt.split(".")
    return [header, withMembers(claims, "base64url")(payload), signature].join(".")
  }
}
