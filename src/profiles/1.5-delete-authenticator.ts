import { endpoint } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { sameSecret } from "../same-secret.ts"
import { loadAuthenticator, TYPE } from "../services/account-mfa/authenticators.ts"
import { loadTotp } from "../services/account-mfa/totp.ts"
import { ownUser } from "../services/own-account.ts"
import { updateUser } from "../services/update-user.ts"
import { required } from "../validators/parameter.ts"
import { text } from "../validators/text.ts"
import { whiteList } from "../validators/white-list.ts"

/**
 * Appwrite 1.5: DELETE /v1/account/mfa/authenticators/:type, with the code that the app shows at this moment, or with a
 * recovery code, which is used up by that.
 */
export const deleteMfaAuthenticator = endpoint({
  method: "DELETE",
  path: "/account/mfa/authenticators/:type",
  scopes: ["account"],
  params: { type: required(whiteList([TYPE])), otp: required(text(256)) },
  audit: "user.update",
  action: async (call) => {
    const { world, project, params } = call
    const totp = await loadTotp()
    return () => {
      const user = ownUser(call)
      const authenticator = loadAuthenticator(project, user, params.type)
      if (!sameSecret(params.otp, totp.codeAt(authenticator.secret, world.clock.now()))) {
        const unused = user.mfaRecoveryCodes.filter((code) => !sameSecret(params.otp, code))
        if (unused.length === user.mfaRecoveryCodes.length) throw new AppwriteError("user_invalid_token")
        updateUser(call, user, { mfaRecoveryCodes: unused })
      }
      project.database.authenticators.remove(authenticator)
    }
  },
})
