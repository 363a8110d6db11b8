import type { Call } from "../endpoint.ts"
import type { AppwriteError } from "../errors.ts"
import type { PhpValue } from "../php/value.ts"
import type { User } from "../project/records/user.ts"
import type { Settings } from "../project/settings.ts"
import type { QueryDialect } from "../queries/dialect.ts"
import type { Checked } from "../validators/validator.ts"
import type { AfterAnswer } from "./after-answer.ts"
import type { CallerRules } from "./caller-rules.ts"
import type { EmailRules } from "./email-rules.ts"
import type { ErrorChanges } from "./error-changes.ts"
import type { HashRules } from "./hash-rules.ts"
import type { HttpRules } from "./http-rules.ts"
import type { LogRules } from "./log-rules.ts"
import type { RouteChanges } from "./route-change.ts"
import type { SessionRules } from "./session-rules.ts"
import type { TeamRules } from "./team-rules.ts"

/** What differs between versions of Appwrite, as data and as small rules. Whatever is not here is the same in all. */
export interface Rules {
  /** What the paths of routes begin with that the version does not have. */
  readonly absentBelow: readonly string[]
  readonly routes: RouteChanges
  readonly errors: ErrorChanges
  /** Members of answers that the version does not know, by the name of the model. */
  readonly omits: Readonly<Record<string, readonly string[]>>
  readonly http: HttpRules
  readonly hashes: HashRules
  readonly sessions: SessionRules
  readonly callers: CallerRules
  readonly queries: QueryDialect
  readonly teams: TeamRules
  readonly logs: LogRules
  readonly afterAnswer?: AfterAnswer
  /**
   * Whether a user who was stored raises `users.[userId].create`.
   * @param audit what the route is called in the audit log.
   */
  tellsCreatedUser(audit: string | undefined): boolean
  /** What is answered where the database has a record of the same ID or address, and the route does not expect it. */
  duplicate(): AppwriteError
  /** What is answered to a search of identities, which have nothing to search in. */
  searchOfIdentities(): AppwriteError
  /** Users on one page of a list. */
  readonly mostUsersOnPage: number
  /** What is stored of a phone that a server clears. */
  readonly clearedPhone: "" | null
  /** Whether a user who came by a code in a mail has a target. */
  readonly emailOtpMakesTarget: boolean
  /** Whether the database wants the `$id` of what it takes for a document to be a text. */
  readonly documentIdsAreTexts: boolean
  /** Whether a password that a server clears is, after the answer, stored as the hash of the empty text. */
  readonly hashesEmptyPassword: boolean
  /** How the password is checked that a user has until now. */
  readonly oldPassword: "anyLength" | "checked"
  /**
   * Among whose codes the one is sought that proves a phone.
   * @throws AppwriteError `user_invalid_token`
   */
  holderOfPhoneCode(call: Call, user: User): User
  /** What the factor of recovery codes is called. */
  readonly recoveryFactor: "recoveryCode" | "recoverycode"
  /** Whether the secret that comes of an OAuth2 login is wrapped in a JWT, which names the provider. */
  readonly wrapsOAuth2Secrets: boolean
  readonly emails: EmailRules
  isPhone(text: string): boolean
  /** What messages about parameters say that may be `null`. */
  readonly orNull: string
  integer(value: PhpValue): Checked<number>
  /** What the client is told of a new password that is too weak; `undefined` if it is not. */
  passwordWeakness(value: PhpValue, settings: Settings): string | undefined
  /** Where the link in a mail may lead. */
  redirectUrl(value: PhpValue, projectId: string): Checked<string>
}
