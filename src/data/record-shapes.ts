import type { Device } from "../devices/device.ts"
import type { CollectionName, Records } from "../project/database-state.ts"
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from "../project/records/message.ts"
import type { Document } from "../store/document.ts"
import { storedPassword } from "./password-shape.ts"
import { phpArray } from "./php-json.ts"
import { type MemberShapes, object } from "./shapes/object.ts"
import { flag, listOf, moment, oneOf, orNull, text, whole, yes } from "./shapes/plain.ts"
import type { Shape } from "./shapes/shape.ts"

const document: MemberShapes<Document> = {
  $id: text,
  $sequence: whole,
  $createdAt: moment,
  $updatedAt: moment,
}

const ofUser = { ...document, userId: text }

const device: MemberShapes<Device> = {
  osCode: text,
  osName: text,
  osVersion: text,
  clientType: text,
  clientCode: text,
  clientName: text,
  clientVersion: text,
  clientEngine: text,
  clientEngineVersion: text,
  deviceName: text,
  deviceBrand: text,
  deviceModel: text,
}

const providerType = oneOf("email", "sms", "push")

/**
 * What each collection holds, in the order in which files list them. It follows the types of the records: a member that is
 * missing, too much or of another type does not compile.
 */
export const recordShapes: { readonly [name in CollectionName]: Shape<Records[name]> } = {
  keys: object<Records["keys"]>({
    ...document,
    name: text,
    scopes: listOf(text),
    secret: text,
    expire: orNull(moment),
    accessedAt: orNull(moment),
    sdks: listOf(text),
  }),
  users: object<Records["users"]>({
    ...document,
    name: text,
    email: orNull(text),
    phone: orNull(text),
    emailCanonical: orNull(text),
    emailIsFree: orNull(flag),
    emailIsDisposable: orNull(flag),
    emailIsCorporate: orNull(flag),
    emailIsCanonical: orNull(flag),
    emailVerification: flag,
    phoneVerification: flag,
    status: flag,
    labels: listOf(text),
    storedPassword,
    passwordHistory: listOf(text),
    passwordUpdate: orNull(moment),
    registration: moment,
    accessedAt: orNull(moment),
    mfa: flag,
    mfaRecoveryCodes: listOf(text),
    prefs: phpArray,
    impersonator: flag,
  }),
  targets: object<Records["targets"]>({
    ...ofUser,
    name: orNull(text),
    providerType,
    providerId: orNull(text),
    identifier: text,
    sessionId: orNull(text),
    expired: flag,
  }),
  sessions: object<Records["sessions"]>(
    {
      ...ofUser,
      ...device,
      provider: text,
      providerUid: orNull(text),
      providerAccessToken: orNull(text),
      providerAccessTokenExpiry: orNull(moment),
      providerRefreshToken: orNull(text),
      secret: text,
      expire: moment,
      ip: text,
      countryCode: text,
      factors: listOf(
        oneOf(
          "password",
          "anonymous",
          "email",
          "phone",
          "token",
          "server",
          "totp",
          "recoveryCode",
          "recoverycode",
          "oauth2",
        ),
      ),
      mfaUpdatedAt: orNull(moment),
    },
    { unseen: yes },
  ),
  tokens: object<Records["tokens"]>({
    ...ofUser,
    type: oneOf("verification", "recovery", "magicUrl", "phone", "oauth2", "generic", "emailOtp"),
    secret: text,
    expire: moment,
  }),
  identities: object<Records["identities"]>({
    ...ofUser,
    provider: text,
    providerUid: text,
    providerEmail: text,
    providerAccessToken: text,
    providerAccessTokenExpiry: orNull(moment),
    providerRefreshToken: text,
  }),
  authenticators: object<Records["authenticators"]>({
    ...ofUser,
    type: oneOf("totp"),
    secret: text,
    verified: flag,
  }),
  challenges: object<Records["challenges"]>({ ...ofUser, type: text, code: text, expire: moment }),
  teams: object<Records["teams"]>({ ...document, name: text, total: whole, prefs: phpArray }),
  memberships: object<Records["memberships"]>(
    {
      ...ofUser,
      teamId: text,
      roles: listOf(text),
      invited: moment,
      joined: orNull(moment),
      confirm: flag,
      secret: text,
    },
    { unseen: yes },
  ),
  messages: object<Records["messages"]>({
    ...ofUser,
    kind: oneOf(...MESSAGE_KINDS),
    channel: oneOf(...MESSAGE_CHANNELS),
    recipient: text,
    secret: text,
    link: text,
  }),
  logs: object<Records["logs"]>({
    ...ofUser,
    event: text,
    userType: oneOf("user", "keyProject"),
    userSequence: orNull(whole),
    userName: text,
    userEmail: orNull(text),
    resource: orNull(text),
    ip: text,
    userAgent: text,
  }),
  providers: object<Records["providers"]>({
    ...document,
    name: text,
    provider: text,
    enabled: flag,
    type: providerType,
    credentials: phpArray,
    options: phpArray,
  }),
}

/** All collections of a project. */
export const collectionNames = Object.keys(recordShapes).filter(isCollection)

/** Whether a project has such a collection. */
export function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(recordShapes, name)
}
