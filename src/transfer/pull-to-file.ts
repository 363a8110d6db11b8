import { rm } from "node:fs/promises"
import type { Ask } from "../contract/real-project/ask.ts"
import { writeWhole } from "../data/write-whole.ts"
import { newFakes } from "./fakes.ts"
import { openPartial, type PartialFile, type PartialHead } from "./partial-file.ts"
import { type Anonymity, beginPull, type Pull } from "./pull.ts"
import { seedText, userLine } from "./seed-text.ts"
import { TransferError } from "./transfer-error.ts"

/** What to bring, and how far it has come. */
export interface PullRequest {
  readonly endpoint: string
  readonly project: string
  /** How users are made unknown: by default not at all. */
  readonly anonymise?: {
    /** By default that of the pull that is gone on with, or a new one. */
    readonly salt: string | undefined
    readonly keepsPrefs: boolean
  }
  /** Makes a salt. */
  readonly newSalt: () => string
  /** Is told how many users were brought. */
  readonly onProgress: (users: number) => void
}

/** What was brought. */
export interface Pulled {
  readonly users: number
  readonly teams: number
  /** What was not, as text for a person. */
  readonly missing: readonly string[]
}

/** Brings a project's users as the text of a seed, which is written as it comes. */
export async function pullToStream(
  ask: Ask,
  request: PullRequest,
  write: (text: string) => Promise<void>,
): Promise<Pulled> {
  const pull = await beginPull(ask, { anonymity: anonymityOf(anonymisedBy(request, undefined), []) })
  let users = 0
  async function* lines() {
    for await (const page of pull.users()) {
      yield* page.map(userLine)
      users += page.length
      request.onProgress(users)
    }
  }
  for await (const text of seedText(pull.teams, lines())) await write(text)
  return { users, teams: pull.teams.length, missing: pull.missing() }
}

/**
 * Brings a project's users into a seed file. What was brought is kept beside it until all is there, so that a pull that was
 * interrupted goes on where it was.
 * @throws TransferError, EmulatorError `data_unwritable`
 */
export async function pullToFile(ask: Ask, file: string, request: PullRequest): Promise<Pulled> {
  const beside = `${file}.partial`
  const phones: string[] = []
  const partial = await openPartial(beside, (line) => {
    const { phone }: { readonly phone?: string } = JSON.parse(line)
    if (phone !== undefined) phones.push(phone)
  })
  try {
    const anonymised = anonymisedBy(request, partial.head)
    checkSame(partial, { ...request, anonymised }, beside)
    const anonymity = anonymityOf(anonymised, phones)
    const pull = await beginPull(ask, { anonymity, teams: partial.head?.teams })
    const { endpoint, project } = request
    if (partial.head === undefined) {
      await partial.append([JSON.stringify({ endpoint, project, anonymised, teams: pull.teams })])
    }
    const users = await fill(partial, pull, request)
    await writeWhole(file, seedText(pull.teams, partial.lines()))
    await rm(beside)
    return { users, teams: pull.teams.length, missing: pull.missing() }
  } finally {
    await partial.close()
  }
}

function anonymisedBy(
  { anonymise, newSalt }: PullRequest,
  before: PartialHead | undefined,
): PartialHead["anonymised"] {
  if (anonymise === undefined) return null
  const { salt = before?.anonymised?.salt ?? newSalt(), keepsPrefs } = anonymise
  return { salt, keepsPrefs }
}

/** @param taken fakes of an earlier part. */
function anonymityOf(anonymised: PartialHead["anonymised"], taken: readonly string[]): Anonymity | undefined {
  if (anonymised === null) return undefined
  const fakes = newFakes(anonymised.salt)
  for (const phone of taken) fakes.take(phone)
  return { fakes, keepsPrefs: anonymised.keepsPrefs }
}

async function fill(partial: PartialFile, pull: Pull, { onProgress }: PullRequest): Promise<number> {
  let users = partial.count
  onProgress(users)
  for await (const page of pull.users(partial.last)) {
    await partial.append(page.map(userLine))
    users += page.length
    onProgress(users)
  }
  return users
}

function checkSame({ head }: PartialFile, wanted: Omit<PartialHead, "teams">, file: string): void {
  if (head === undefined) return
  const isSame =
    head.endpoint === wanted.endpoint &&
    head.project === wanted.project &&
    head.anonymised?.salt === wanted.anonymised?.salt &&
    head.anonymised?.keepsPrefs === wanted.anonymised?.keepsPrefs
  if (isSame) return
  throw new TransferError(
    `${file} is what an earlier pull has left, of another project or with other options. Repeat that, or delete the file.`,
  )
}
