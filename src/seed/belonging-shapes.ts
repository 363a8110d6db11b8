import type { Factor } from "../project/records/session.ts"
import { OAUTH2_PROVIDERS } from "../services/oauth2-providers.ts"
import { checkIdentifier, PROVIDER_TYPES } from "../services/targets.ts"
import { strictBoolean } from "../validators/boolean.ts"
import { email } from "../validators/email.ts"
import { customId, roles, uid } from "../validators/id.ts"
import { text } from "../validators/text.ts"
import { exactWhiteList } from "../validators/white-list.ts"
import { date } from "./plain-shapes.ts"
import { refuseThrown } from "./refuse-thrown.ts"
import { list } from "./shapes/list.ts"
import { member, object } from "./shapes/object.ts"
import { refined } from "./shapes/refined.ts"
import type { Read } from "./shapes/shape.ts"
import { value, valueAs } from "./shapes/value.ts"

const $id = member(value(customId()), "ID; by default a unique one.")
const $createdAt = member(date, "By default now.")

const unruledTargetShape = object(
  {
    providerType: member(value(exactWhiteList(PROVIDER_TYPES)), "How messages get there."),
    identifier: member(value(text(255)), "Email address, phone number or device token."),
  },
  {
    $id,
    providerId: member(value(uid()), "Provider that delivers them; it must be there."),
    name: member(value(text(128, 0)), "Name."),
    expired: member(value(strictBoolean), "Whether the device token is dead."),
    $createdAt,
  },
)

/** An address that messages can be sent to. */
export const targetShape = refined(unruledTargetShape, ({ providerType, identifier }, reading) => {
  reading.at("identifier", () =>
    refuseThrown(reading, () => checkIdentifier(reading.context.rules, providerType, identifier)),
  )
})

const FACTORS = [
  "password",
  "anonymous",
  "email",
  "phone",
  "token",
  "server",
  "totp",
  "recoveryCode",
  "oauth2",
] as const satisfies readonly Factor[]

/** A login. */
export const sessionShape = object(
  {},
  {
    $id,
    secret: member(
      value(text(256)),
      "Secret; by default a new one. Clients carry what is told of it at planting.",
    ),
    provider: member(value(text(128)), "How it came about; by default server."),
    providerUid: member(value(text(2048)), "Who the user is there, such as the email."),
    factors: member(list(value(exactWhiteList(FACTORS))), "What it was proven with; by default server."),
    expire: member(date, "By default when the project's session duration has passed."),
    ip: member(value(text(45)), "Address of the device; by default 127.0.0.1."),
    userAgent: member(value(text(2048, 0)), "User agent of the device."),
    mfaUpdatedAt: member(date, "When a challenge was last solved in it."),
    $createdAt,
  },
)

/** An account at an OAuth2 provider. */
export const identityShape = object(
  {
    provider: member(value(exactWhiteList(OAUTH2_PROVIDERS)), "OAuth2 provider."),
    providerUid: member(value(text(256)), "The provider's ID of the user."),
  },
  {
    $id,
    providerEmail: member(value(email()), "By default the user's email."),
    providerAccessToken: member(value(text(65_535, 0)), "Access token."),
    providerAccessTokenExpiry: member(date, "Until when the access token is good."),
    providerRefreshToken: member(value(text(65_535, 0)), "Refresh token."),
    $createdAt,
  },
)

/** A place in a team. */
export const membershipShape = object(
  { teamId: member(value(uid()), "Team of this seed, or one that is there.") },
  {
    $id,
    roles: member(valueAs<readonly string[], string[]>(roles(81)), "Roles; by default none."),
    confirm: member(value(strictBoolean), "Whether an invitation was accepted; by default true."),
    invited: member(date, "By default $createdAt."),
    joined: member(date, "By default $createdAt."),
    $createdAt,
  },
)

/** An entry of the audit log. */
export const logShape = object(
  { event: member(value(text(256)), "Such as session.create.") },
  {
    ip: member(value(text(45)), "Address of the device; by default 127.0.0.1."),
    userAgent: member(value(text(2048, 0)), "User agent of the device."),
    time: member(date, "By default now."),
  },
)

export type ReadTarget = Read<typeof targetShape>
export type ReadSession = Read<typeof sessionShape>
export type ReadIdentity = Read<typeof identityShape>
export type ReadMembership = Read<typeof membershipShape>
export type ReadLog = Read<typeof logShape>
