import {
  ANYTHING,
  COUNT,
  checkMembers,
  FUNCTION,
  isObject,
  listOf,
  oneOf,
  type Rule,
  type Rules,
  SWITCH,
  TEXT,
} from "./check-members.ts"
import type { EmulatorOptions, ProjectOptions } from "./emulator.ts"
import { optionInvalid, projectIdInvalid } from "./emulator-error.ts"
import { PROFILE_NAMES } from "./profiles/profiles.ts"
import { CONSOLE, isProjectId } from "./project/project-id.ts"
import type { RequestLogOptions } from "./request-log/emulator-log.ts"
import type { Address } from "./server/listen.ts"

/** An object that can do something, wherever its method comes from. */
const objectWith = (method: string): Rule => ({
  expected: `an object with the function ${method}`,
  fits: (value) =>
    typeof value === "object" && value !== null && typeof Reflect.get(value, method) === "function",
})

const appwrite = oneOf(...PROFILE_NAMES)

const OPTIONS: Rules<EmulatorOptions> = {
  appwrite,
  projects: listOf("objects", isObject),
  apiKey: TEXT,
  strict: SWITCH,
  seed: ANYTHING,
  data: TEXT,
  hashCost: oneOf("fast", "server"),
  clock: objectWith("now"),
  randomness: objectWith("bytes"),
  randomSeed: ANYTHING,
  evidence: oneOf(true, false, "required"),
  webhooks: listOf("objects", isObject),
  deliver: FUNCTION,
  rateLimits: SWITCH,
  log: FUNCTION,
  requestLog: { expected: "an object or false", fits: (value) => value === false || isObject(value) },
}

const PROJECT: Rules<ProjectOptions> = { id: TEXT, name: TEXT, keys: listOf("secrets", TEXT.fits), appwrite }

const { id: _id, ...NEW_PROJECT } = PROJECT

const REQUEST_LOG: Rules<RequestLogOptions> = { size: COUNT, transcripts: COUNT }

/**
 * Checks the options of an emulator.
 * @throws EmulatorError `option_unknown`, `option_invalid`, `project_id_invalid`
 */
export function checkOptions(options: EmulatorOptions): void {
  checkMembers("", options, OPTIONS)
  const seen = new Set<string>()
  for (const [index, project] of (options.projects ?? []).entries()) {
    const place = `projects[${index}].`
    checkMembers(place, project, PROJECT)
    const { id } = project
    if (id === undefined) throw optionInvalid(`${place}id`, PROJECT.id.expected)
    if (id === CONSOLE || !isProjectId(id)) throw projectIdInvalid(id)
    if (seen.has(id)) throw optionInvalid(`${place}id`, "an ID that no other project has")
    seen.add(id)
  }
  if (options.requestLog) checkMembers("requestLog.", options.requestLog, REQUEST_LOG)
}

const HIGHEST_PORT = 65_535

const ADDRESS: Rules<Address> = {
  host: TEXT,
  port: {
    expected: `a whole number from 0 to ${HIGHEST_PORT}`,
    fits: (value) => COUNT.fits(value) && Number(value) <= HIGHEST_PORT,
  },
  ownsProcess: SWITCH,
  maxBodySize: COUNT,
  maxHeaderSize: COUNT,
  maxConnections: COUNT,
  requestTimeout: COUNT,
}

/**
 * Checks where to listen.
 * @throws EmulatorError `option_unknown`, `option_invalid`
 */
export function checkAddress(address: Address): void {
  checkMembers("", address, ADDRESS)
}

/**
 * Checks the options of a project that is made later.
 * @throws EmulatorError `option_unknown`, `option_invalid`
 */
export function checkProjectOptions(options: object): void {
  checkMembers("", options, NEW_PROJECT)
}
