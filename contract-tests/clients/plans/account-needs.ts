import { totpCode } from "../../../src/contract/totp.ts"
import type { Plan } from "./plan.ts"
import { ada, cookiesOf, grace, PAGE } from "./preparations.ts"

type Need = Plan["needs"][string]

/** What the link of the last mail, or the code of the last message, brings back. */
const answerTo =
  (method: string, path: string, body: object, asAda: boolean, recipient: string): Need =>
  async (stage, common) => {
    await stage.prepare(method, path, body, asAda ? cookiesOf(common) : "")
    const { link, secret, userId } = stage.lastMessage(recipient)
    return { userId, secret: link === "" ? secret : new URL(link).searchParams.get("secret") }
  }

/** An authenticator app whose code was not asked for yet. */
const withNewApp: Need = async (stage, common) => {
  const { body } = await stage.prepare("POST", "/account/mfa/authenticators/totp", {}, cookiesOf(common))
  return { otp: await totpCode(String(body.secret), stage.now) }
}

const withApp: Need = async (stage, common) => {
  const given = await withNewApp(stage, common)
  await stage.prepare("PUT", "/account/mfa/authenticators/totp", { otp: given.otp }, cookiesOf(common))
  return given
}

const withChallenge: Need = async (stage, common) => {
  const given = await withApp(stage, common)
  const { body } = await stage.prepare(
    "POST",
    "/account/mfa/challenge",
    { factor: "totp" },
    cookiesOf(common),
  )
  return { ...given, challengeId: body.$id }
}

/** Whoever changes a second factor must have proven one a short while ago. */
const withProof: Need = async (stage, common) => {
  const { otp, challengeId } = await withChallenge(stage, common)
  await stage.prepare("PUT", "/account/mfa/challenge", { otp, challengeId }, cookiesOf(common))
  return { otp }
}

const withCodes: Need = async (stage, common) => {
  const given = await withProof(stage, common)
  await stage.prepare("PATCH", "/users/ada/mfa/recovery-codes")
  return given
}

/** What single methods of `Account` need before they are called. */
export const accountNeeds: Plan["needs"] = {
  createemailsession: () => ({ email: ada.email }),
  createemailpasswordsession: () => ({ email: ada.email }),
  createrecovery: () => ({ email: ada.email }),
  createpushtarget: () => ({ targetId: "tablet" }),
  updatepassword: () => ({ password: "battery staple", oldPassword: ada.password }),
  updaterecovery: async (stage, common) => {
    const body = { email: ada.email, url: PAGE }
    const answer = await answerTo("POST", "/account/recovery", body, false, ada.email)(stage, common)
    return { ...answer, password: "battery staple", passwordAgain: "battery staple" }
  },
  updateverification: answerTo("POST", "/account/verification", { url: PAGE }, true, ada.email),
  updateemailverification: answerTo("POST", "/account/verification", { url: PAGE }, true, ada.email),
  updatephoneverification: answerTo("POST", "/account/verification/phone", {}, true, ada.phone),
  updatemagicurlsession: answerTo(
    "POST",
    "/account/tokens/magic-url",
    { ...grace, url: PAGE },
    false,
    grace.email,
  ),
  updatephonesession: answerTo("POST", "/account/tokens/phone", grace, false, grace.phone),
  createsession: answerTo("POST", "/account/tokens/email", grace, false, grace.email),
  updatemfaauthenticator: withNewApp,
  deletemfaauthenticator: withProof,
  createmfachallenge: withApp,
  updatemfachallenge: withChallenge,
  listmfafactors: withApp,
  createmfarecoverycodes: withProof,
  getmfarecoverycodes: withCodes,
  updatemfarecoverycodes: withCodes,
}
