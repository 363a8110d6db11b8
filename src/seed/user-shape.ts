import { labels } from "../validators/array-list.ts"
import { strictBoolean } from "../validators/boolean.ts"
import { email } from "../validators/email.ts"
import { customId } from "../validators/id.ts"
import { password } from "../validators/password.ts"
import { phone } from "../validators/phone.ts"
import { text } from "../validators/text.ts"
import { exactWhiteList } from "../validators/white-list.ts"
import { identityShape, logShape, membershipShape, sessionShape, targetShape } from "./belonging-shapes.ts"
import { HASH_NAMES } from "./hash-names.ts"
import { hashOptionsShape } from "./hash-options-shape.ts"
import { checkPassword } from "./password-rules.ts"
import { date, preferences } from "./plain-shapes.ts"
import { list } from "./shapes/list.ts"
import { member, object } from "./shapes/object.ts"
import { refined } from "./shapes/refined.ts"
import type { Read } from "./shapes/shape.ts"
import { value, valueAs } from "./shapes/value.ts"
import { totpShape } from "./totp-shape.ts"

const unruledUserShape = object(
  {},
  {
    $id: member(value(customId()), "ID; by default a unique one."),
    email: member(value(email()), "Address, stored in small letters."),
    phone: member(value(phone()), "Number in international form, such as +4930123456."),
    name: member(value(text(128, 0)), "Name."),
    password: member(
      value(password()),
      "Password in plain text or, if `hash` says so, a hash. 8 to 256 bytes.",
    ),
    hash: member(
      value(exactWhiteList(HASH_NAMES)),
      "What the password was hashed with; by default it is plain text.",
    ),
    hashOptions: member(hashOptionsShape, "What belongs to the hash: scrypt, scryptMod and sha need it."),
    passwordUpdate: member(date, "When the password was set."),
    labels: member(valueAs<readonly string[], string[]>(labels()), "Labels."),
    prefs: member(preferences, "Preferences, at most 65535 bytes of JSON."),
    status: member(value(strictBoolean), "false: the user is blocked."),
    emailVerification: member(value(strictBoolean), "Whether the email is verified."),
    phoneVerification: member(value(strictBoolean), "Whether the phone is verified."),
    mfa: member(value(strictBoolean), "Whether logins need a second factor."),
    impersonator: member(value(strictBoolean), "Whether the user may act in the name of others."),
    totp: member(totpShape, "An authenticator app."),
    recoveryCodes: member(list(value(text(256))), "Recovery codes, each of which is good for one challenge."),
    targets: member(list(targetShape), "Further targets: those of email and phone come by themselves."),
    sessions: member(list(sessionShape), "Sessions: their secrets are told when the seed is planted."),
    identities: member(list(identityShape), "Accounts at OAuth2 providers."),
    memberships: member(list(membershipShape), "Places in teams."),
    logs: member(list(logShape), "What the user did, oldest first."),
    registration: member(date, "When the user signed up; by default $createdAt."),
    accessedAt: member(date, "When the user was last there."),
    $createdAt: member(date, "By default now."),
    $updatedAt: member(date, "By default $createdAt."),
  },
)

/** A user, with everything that is theirs; by Appwrite's own names, as far as it has any. */
export const userShape = refined(unruledUserShape, checkPassword)

/** A user of a seed as it was read. */
export type ReadUser = Read<typeof userShape>
