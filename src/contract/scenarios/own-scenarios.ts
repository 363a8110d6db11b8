import type { Scenario } from "../scenario.ts"
import { accountMfa, accountTargets } from "./account-mfa.ts"
import { accountJwts, accountProfile } from "./account-profile.ts"
import { accountSessions, accountTokens } from "./account-sessions.ts"
import { health } from "./health.ts"
import { projectKeys, projectMockPhones } from "./project-keys.ts"
import { projectPolicies } from "./project-policies.ts"
import { providers } from "./providers.ts"
import { teams, teamsOfUsers } from "./teams.ts"
import { usersIdentities, usersMemberships, usersUsage } from "./users-around.ts"
import { usersCreate } from "./users-create.ts"
import { usersImport } from "./users-import.ts"
import { usersMfa } from "./users-mfa.ts"
import { usersRead } from "./users-read.ts"
import { usersLogs, usersSessions, usersTokens } from "./users-sessions.ts"
import { usersTargets } from "./users-targets.ts"
import { usersAddresses, usersPassword, usersUpdate } from "./users-update.ts"

/** The package's own scenarios, which together send something to every endpoint. */
export const ownScenarios: readonly Scenario[] = [
  usersUsage,
  health,
  usersCreate,
  usersImport,
  usersRead,
  usersUpdate,
  usersAddresses,
  usersPassword,
  usersSessions,
  usersTokens,
  usersLogs,
  usersTargets,
  usersMfa,
  usersIdentities,
  usersMemberships,
  accountProfile,
  accountJwts,
  accountSessions,
  accountTokens,
  accountMfa,
  accountTargets,
  teams,
  teamsOfUsers,
  projectPolicies,
  projectKeys,
  projectMockPhones,
  providers,
]
