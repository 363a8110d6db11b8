import { isJsonObject, type JsonObject } from "../json-value.ts"
import { listIn, NEWEST_FIRST, search } from "../real-project/inventory.ts"
import type { Target } from "../replay.ts"
import type { SentStep } from "../transcript.ts"
import type { ClockOffset } from "./ask.ts"
import { isFictionalPhone } from "./fictional-phones.ts"
import type { Finding } from "./findings.ts"
import { keyCall } from "./key-call.ts"

/** The users and teams that a run has made on a server, or may have made. */
export interface MadeRecords {
  /** To be told before a step is sent: it may succeed although its answer never comes. */
  noteSent(sent: SentStep): void
  /** To be told what the answer of a step that writes has held. */
  noteAnswer(findings: readonly Finding[]): void
  /** To be told that the answer of the step sent last never came: what it made may bear an ID of the server's. */
  noteLost(): void
  /**
   * Deletes them all. Of the IDs that the run did not choose only those are touched whose record is younger than the run.
   *
   * @returns the paths of what could not be deleted.
   */
  deleteAll(): Promise<readonly string[]>
}

const collections = [
  { member: "userId", list: "users" },
  { member: "teamId", list: "teams" },
]

/** What records of a run are known by. */
export interface RunMarks {
  /** What every ID and email address begins with that the run chooses. */
  readonly prefix: string
  /** Start of the run, in milliseconds since the epoch by the own clock. */
  readonly start: number
  /** How far the server's clock is ahead. */
  readonly offset: ClockOffset
  /** Whether the project had users or teams before: others may make some meanwhile. */
  readonly sharesProject: boolean
}

const newest = search([NEWEST_FIRST, { method: "limit", values: [100] }])

export function madeRecords(target: Target, { prefix, start, offset, sharesProject }: RunMarks): MadeRecords {
  const paths = new Set<string>()
  let sentAt = start
  let isLost = false
  const note = (name: string, value: unknown) => {
    const collection = collections.find(({ member }) => member === name)
    if (collection === undefined || typeof value !== "string") return
    paths.add(`/${collection.list}/${encodeURIComponent(value)}`)
  }
  const isOwn = (id: string) => id.toLowerCase().startsWith(prefix)
  const send = async (method: string, path: string) => (await keyCall(target, method, path)).answer
  const createdSince = ({ $createdAt }: JsonObject, moment: number) =>
    Date.parse(String($createdAt)) >= moment + offset.from
  async function isYounger(path: string): Promise<boolean> {
    const { body } = await send("GET", path)
    return isJsonObject(body) && createdSince(body, start)
  }
  const isOurs = ({ email, phone }: JsonObject) =>
    !sharesProject || isOwn(String(email)) || isFictionalPhone(String(phone))
  /** Notes what was made since the lost step was sent; gives back what may be somebody else's, or can't be seen. */
  async function findLost(): Promise<readonly string[]> {
    const left: string[] = []
    for (const { member, list } of collections) {
      const answer = await send("GET", `/${list}?${newest}`).catch(() => undefined)
      if (answer?.status !== 200) {
        left.push(`${list} that a call without an answer may have made: the server does not list them`)
        continue
      }
      for (const record of listIn(answer, list)) {
        if (!createdSince(record, sentAt)) continue
        if (isOurs(record)) note(member, record.$id)
        else left.push(`/${list}/${record.$id}, which may be somebody else's`)
      }
    }
    return left
  }
  async function isGone(path: string): Promise<boolean> {
    const id = path.slice(path.lastIndexOf("/") + 1)
    try {
      if (!isOwn(id) && !(await isYounger(path))) return true
      const { status } = await send("DELETE", path)
      // 400: the server takes it for no ID, so that nothing has it.
      return [204, 400, 404].includes(status)
    } catch {
      return false
    }
  }
  return {
    noteSent({ method, content }) {
      sentAt = Date.now()
      if (method === "GET" || content === undefined || !("json" in content) || !isJsonObject(content.json))
        return
      for (const [name, value] of Object.entries(content.json)) {
        if (typeof value === "string" && isOwn(value)) note(name, value)
      }
    },
    noteAnswer(findings) {
      for (const { name, value } of findings) note(name, value)
    },
    noteLost() {
      isLost = true
    },
    async deleteAll() {
      const left = isLost ? [...(await findLost())] : []
      for (const path of paths) if (!(await isGone(path))) left.push(path)
      paths.clear()
      return left
    },
  }
}
