import { isJsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import type { SentStep } from "../transcript.ts"
import type { ClockOffset } from "./ask.ts"
import type { Finding } from "./findings.ts"
import { keyCall } from "./key-call.ts"

/** The users and teams that a run has made on a server, or may have made. */
export interface MadeRecords {
  /** To be told before a step is sent: it may succeed although its answer never comes. */
  noteSent(sent: SentStep): void
  /** To be told what the answer of a step that writes has held. */
  noteAnswer(findings: readonly Finding[]): void
  /**
   * Deletes them all. Of the IDs that the run did not choose only those are touched whose record is younger than the run.
   *
   * @returns the paths of what could not be deleted.
   */
  deleteAll(): Promise<readonly string[]>
}

const collections = [
  { member: "userId", path: "/users" },
  { member: "teamId", path: "/teams" },
]

/**
 * @param prefix what every ID begins with that the run chooses.
 * @param start of the run, in milliseconds since the epoch by the own clock.
 * @param offset how far the server's clock is ahead.
 */
export function madeRecords(target: Target, prefix: string, start: number, offset: ClockOffset): MadeRecords {
  const paths = new Set<string>()
  const note = (name: string, value: unknown) => {
    const collection = collections.find(({ member }) => member === name)
    if (collection === undefined || typeof value !== "string") return
    paths.add(`${collection.path}/${encodeURIComponent(value)}`)
  }
  const isOwn = (id: string) => id.toLowerCase().startsWith(prefix)
  const send = async (method: string, path: string) => (await keyCall(target, method, path)).answer
  async function isYounger(path: string): Promise<boolean> {
    const { body } = await send("GET", path)
    const created = isJsonObject(body) ? Date.parse(String(body.$createdAt)) : Number.NaN
    return created >= start + offset.from
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
      if (method === "GET" || content === undefined || !("json" in content) || !isJsonObject(content.json))
        return
      for (const [name, value] of Object.entries(content.json)) {
        if (typeof value === "string" && isOwn(value)) note(name, value)
      }
    },
    noteAnswer(findings) {
      for (const { name, value } of findings) note(name, value)
    },
    async deleteAll() {
      const left: string[] = []
      for (const path of paths) if (!(await isGone(path))) left.push(path)
      paths.clear()
      return left
    },
  }
}
