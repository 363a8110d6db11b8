import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { account } from "../../models/account.ts"
import { mfaType } from "../../models/mfa.ts"
import type { Project } from "../../project/project.ts"
import type { Authenticator } from "../../project/records/authenticator.ts"
import type { User } from "../../project/records/user.ts"
import { sameSecret } from "../../same-secret.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { whiteList } from "../../validators/white-list.ts"
import { totpOf } from "../mfa.ts"
import { accountAsLoaded, ownSession, ownUser } from "../own-account.ts"
import { authenticatorUri } from "./authenticator-uri.ts"
import { addFactors } from "./session-factors.ts"
import { loadTotp } from "./totp.ts"

/** The type of authenticator that there is. */
export const TYPE = "totp"

const path = "/account/mfa/authenticators/:type"
const type = required(whiteList([TYPE]))

/**
 * The authenticator of a type as the client spelled it: here case counts.
 * @throws AppwriteError `user_authenticator_not_found`
 */
export function loadAuthenticator(project: Project, user: User, wanted: string): Authenticator {
  const authenticator = wanted === TYPE ? totpOf(project, user) : undefined
  if (authenticator === undefined) throw new AppwriteError("user_authenticator_not_found")
  return authenticator
}

/** @throws AppwriteError `user_authenticator_already_verified` */
function checkUnverified({ verified }: Authenticator): void {
  if (verified) throw new AppwriteError("user_authenticator_already_verified")
}

/** Appwrite 1.9: POST /v1/account/mfa/authenticators/:type. One that was never verified is replaced. */
export const createMfaAuthenticator = endpoint({
  method: "POST",
  path,
  scopes: ["account"],
  params: { type },
  status: 200,
  event: "users.[userId].update.mfa",
  model: mfaType,
  action: async (call) => {
    const { world, project, params } = call
    const totp = await loadTotp()
    return () => {
      if (params.type !== TYPE) throw new AppwriteError("general_argument_invalid", "Unknown type.")
      const user = ownUser(call)
      const secret = totp.newSecret(world.randomness)
      const uri = authenticatorUri(project.name, user.email, secret)
      const former = totpOf(project, user)
      if (former !== undefined) {
        checkUnverified(former)
        project.database.authenticators.remove(former)
      }
      const now = world.clock.now()
      project.database.authenticators.insert(($sequence) => ({
        $sequence,
        $id: world.uniqueId(),
        $createdAt: now,
        $updatedAt: now,
        userId: user.$id,
        type: TYPE,
        secret,
        verified: false,
      }))
      return { secret, uri }
    }
  },
})

/** Appwrite 1.9: PUT /v1/account/mfa/authenticators/:type, with the code that the app shows at this moment. */
export const updateMfaAuthenticator = endpoint({
  method: "PUT",
  path,
  scopes: ["account"],
  params: { type, otp: required(asSecret(text(256))) },
  audit: "user.update",
  event: "users.[userId].update.mfa",
  model: account,
  action: async (call) => {
    const { world, project, params } = call
    const session = ownSession(call)
    const totp = await loadTotp()
    return () => {
      const authenticator = loadAuthenticator(project, ownUser(call), params.type)
      checkUnverified(authenticator)
      const now = world.clock.now()
      if (!sameSecret(params.otp, totp.codeAt(authenticator.secret, now)))
        throw new AppwriteError("user_invalid_token")
      project.database.authenticators.replace({ ...authenticator, verified: true, $updatedAt: now })
      addFactors(call, session, [TYPE])
      return accountAsLoaded(call)
    }
  },
})

/** Appwrite 1.9: DELETE /v1/account/mfa/authenticators/:type. The `mfa` flag and recovery codes stay. */
export const deleteMfaAuthenticator = endpoint({
  method: "DELETE",
  path,
  scopes: ["account"],
  groups: ["mfaProtected"],
  params: { type },
  audit: "user.update",
  event: "users.[userId].delete.mfa",
  action: (call) => {
    const { project, params } = call
    project.database.authenticators.remove(loadAuthenticator(project, ownUser(call), params.type))
  },
})
