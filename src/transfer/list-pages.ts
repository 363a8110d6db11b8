import type { JsonObject } from "../contract/json-value.ts"
import type { Ask } from "../contract/real-project/ask.ts"
import { listIn, messageOf, search } from "../contract/real-project/inventory.ts"
import { TransferError } from "./transfer-error.ts"

/** Appwrite: the most records of a page. */
const PAGE = 100

/** A list of a project, such as all users. */
export interface ListedAt {
  readonly path: string
  /** Member of the answer that holds the records. */
  readonly member: string
  /** ID of the record after which to begin; by default at the first. */
  readonly after?: string | undefined
}

/**
 * All records of a list, page by page, in order of creation.
 * @throws TransferError that says what the server answered, if it does not list them.
 */
export async function* listPages(
  ask: Ask,
  { path, member, after }: ListedAt,
): AsyncGenerator<readonly JsonObject[], void, undefined> {
  let last = after
  for (;;) {
    const queries = [{ method: "limit", values: [PAGE] }]
    const cursor = last === undefined ? [] : [{ method: "cursorAfter", values: [last] }]
    const answer = await ask("GET", `${path}?${search([...queries, ...cursor])}`)
    if (answer.status !== 200) throw new TransferError(`GET ${path}: ${messageOf(answer)}`)
    const page = listIn(answer, member)
    if (page.length > 0) yield page
    const { $id } = page.at(-1) ?? {}
    if (page.length < PAGE || typeof $id !== "string") return
    last = $id
  }
}
