import { customId } from "../validators/id.ts"
import { text } from "../validators/text.ts"
import { unlimitedText } from "../validators/unlimited-text.ts"
import { keyShape } from "./key-shape.ts"
import { date, preferences } from "./plain-shapes.ts"
import { providerShape } from "./provider-shape.ts"
import { settingsShape } from "./settings-shape.ts"
import { list } from "./shapes/list.ts"
import { member, object } from "./shapes/object.ts"
import type { Read, Written } from "./shapes/shape.ts"
import { value } from "./shapes/value.ts"
import { userShape } from "./user-shape.ts"

/** A team. Its members are said with the users, and counted. */
const teamShape = object(
  { name: member(value(text(128)), "Name.") },
  {
    $id: member(value(customId()), "ID; by default a unique one."),
    prefs: member(preferences, "Preferences, at most 65535 bytes of JSON."),
    $createdAt: member(date, "By default now."),
  },
)

/** All that a project can start with. */
export const seedShape = object(
  {},
  {
    $schema: member(value(unlimitedText), "For editors: where the schema of this file is."),
    settings: member(settingsShape, "Policies and ways to log in; what is left out stays as it is."),
    keys: member(list(keyShape), "API keys."),
    providers: member(list(providerShape), "Messaging providers."),
    teams: member(list(teamShape), "Teams."),
    users: member(list(userShape), "Users."),
  },
)

/** What a project starts with: plain data, as it can stand in a file. */
export type Seed = Written<typeof seedShape>

/** A user of a seed. */
export type SeedUser = Written<typeof userShape>

/** A team of a seed. */
export type SeedTeam = Written<typeof teamShape>

/** A seed as it was read. */
export type ReadSeed = Read<typeof seedShape>

export type ReadTeam = Read<typeof teamShape>
