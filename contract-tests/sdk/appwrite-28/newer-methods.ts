import { expect } from "vitest"
import { type Flows, openAsAda } from "./stage.ts"

const ofAccount = [
  "createEmailVerificationOTP",
  "createIdTokenSession",
  "createRecoveryOTP",
  "deleteConsent",
  "deleteConsentToken",
  "getConsent",
  "getConsentToken",
  "listConsentTokens",
  "listConsents",
  "updateEmailVerificationOTP",
  "updateRecoveryOTP",
] as const

const ofTeams = [
  "createInstallation",
  "deleteInstallation",
  "getInstallation",
  "listInstallations",
  "updateInstallation",
] as const

/** All that any of these methods asks for. */
const parameters = {
  appId: "x",
  consentId: "x",
  email: "ada@example.com",
  idToken: "x",
  installationId: "x",
  password: "correct horse",
  provider: "google",
  secret: "x",
  teamId: "x",
  tokenId: "x",
  userId: "ada",
}

/** Methods whose routes came with servers after Appwrite 1.9.6. */
export const newerMethods: Flows = {
  async "is told that the server has no such route by methods for newer servers"(stage) {
    const { account, teams } = await openAsAda(stage)
    const outcomes = await Promise.allSettled([
      ...ofAccount.map((method) => Reflect.apply(account[method], account, [parameters])),
      ...ofTeams.map((method) => Reflect.apply(teams[method], teams, [parameters])),
    ])
    const refused = { status: "rejected", reason: { code: 404 } }
    expect(outcomes).toMatchObject(Array.from(outcomes, () => refused))
  },
}
