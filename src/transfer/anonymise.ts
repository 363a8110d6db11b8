import type { SeedTeam, SeedUser } from "../seed/seed-shape.ts"
import type { SeedIdentity } from "./belongings.ts"
import type { Fakes } from "./fakes.ts"

type SeedTarget = NonNullable<SeedUser["targets"]>[number]

/** Makes a user one whom nobody knows: IDs, dates, labels and the password's hash stay. */
export function anonymousUser(user: SeedUser, fakes: Fakes, keepsPrefs: boolean): SeedUser {
  return {
    ...user,
    email: faked(user.email, fakes.email),
    phone: faked(user.phone, fakes.phone),
    name: faked(user.name, (name) => fakes.name("Person", name)),
    prefs: keepsPrefs ? user.prefs : undefined,
    targets: user.targets?.map((target) => anonymousTarget(target, fakes)),
    identities: user.identities?.map((identity) => anonymousIdentity(identity, fakes)),
  }
}

/** Makes a team one that nobody knows. */
export function anonymousTeam(team: SeedTeam, fakes: Fakes, keepsPrefs: boolean): SeedTeam {
  return { ...team, name: fakes.name("Team", team.name), prefs: keepsPrefs ? team.prefs : undefined }
}

function anonymousTarget(target: SeedTarget, fakes: Fakes): SeedTarget {
  const fake = { email: fakes.email, sms: fakes.phone, push: fakes.token }[target.providerType]
  return {
    ...target,
    identifier: fake(target.identifier),
    name: faked(target.name, (name) => fakes.name("Target", name)),
  }
}

function anonymousIdentity(identity: SeedIdentity, fakes: Fakes): SeedIdentity {
  return {
    ...identity,
    providerUid: fakes.token(identity.providerUid),
    providerEmail: faked(identity.providerEmail, fakes.email),
  }
}

function faked(text: string | undefined, fake: (text: string) => string): string | undefined {
  return text === undefined ? undefined : fake(text)
}
