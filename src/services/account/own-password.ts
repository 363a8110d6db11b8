import type { Call } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { verifyPassword } from "../../passwords/verify.ts"
import type { User } from "../../project/records/user.ts"
import { hashNewPassword } from "../new-password.ts"
import type { UserChanges } from "../update-user.ts"

/**
 * Appwrite 1.9: with their email or phone, users send their password. Those who have none (who came without a name, or
 * by a link) get the one they send.
 * @returns what is to be stored of a first password.
 * @throws AppwriteError `user_invalid_credentials`
 */
export async function confirmPassword(call: Call, user: User, password: string): Promise<UserChanges> {
  if (user.passwordUpdate === null) {
    const storedPassword = await hashNewPassword(call, password, "account")
    return { storedPassword, passwordUpdate: call.world.clock.now() }
  }
  if (await verifyPassword(user.storedPassword, password)) return {}
  throw new AppwriteError("user_invalid_credentials")
}
