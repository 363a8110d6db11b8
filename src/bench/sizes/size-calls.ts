import { keyCall, queryList } from "../operations.ts"
import { type Call, type Stage, seededEmail, seededId, seededName } from "../stage.ts"

/** A call whose cost is looked at while the number of users grows. */
export interface SizeCall {
  readonly name: string
  /** What it may cost: so many times what it costs with the fewest users, or so many milliseconds. */
  readonly goal: { readonly times: number } | { readonly milliseconds: number }
  call(stage: Stage, index: number): Call
}

/** What an index answers. */
const INDEXED = { times: 2 }
/** What takes a look at every user. */
const UNINDEXED = { milliseconds: 1500 }
const SEARCH = { milliseconds: 20 }

const list = (stage: Stage, ...queries: readonly object[]): Call =>
  keyCall(stage, "GET", `/v1/users?${queryList(...queries)}`)

const find = (stage: Stage, text: string): Call =>
  keyCall(stage, "GET", `/v1/users?search=${encodeURIComponent(text)}`)

/** Users all over the place: a step that has no factor in common with round numbers. */
const somewhere = ({ users }: Stage, index: number): number => (index * 7919) % users
const inTheMiddle = ({ users }: Stage): string => seededId(Math.floor(users / 2))

export const sizeCalls: readonly SizeCall[] = [
  {
    name: "get",
    goal: INDEXED,
    call: (stage, index) => keyCall(stage, "GET", `/v1/users/${seededId(somewhere(stage, index))}`),
  },
  { name: "first page", goal: INDEXED, call: (stage) => list(stage) },
  {
    name: "page after a cursor",
    goal: INDEXED,
    call: (stage) => list(stage, { method: "cursorAfter", values: [inTheMiddle(stage)] }),
  },
  {
    name: "page before a cursor",
    goal: INDEXED,
    call: (stage) => list(stage, { method: "cursorBefore", values: [inTheMiddle(stage)] }),
  },
  {
    name: "equal email",
    goal: INDEXED,
    call: (stage, index) =>
      list(stage, { method: "equal", attribute: "email", values: [seededEmail(somewhere(stage, index))] }),
  },
  {
    name: "equal $id",
    goal: INDEXED,
    call: (stage, index) =>
      list(stage, { method: "equal", attribute: "$id", values: [seededId(somewhere(stage, index))] }),
  },
  {
    name: "search, one user",
    goal: SEARCH,
    call: (stage, index) => find(stage, `"${seededId(somewhere(stage, index))}"`),
  },
  { name: "search, all users", goal: SEARCH, call: (stage) => find(stage, "walter") },
  { name: "search, no user", goal: SEARCH, call: (stage) => find(stage, "nobody") },
  {
    name: "equal name",
    goal: UNINDEXED,
    call: (stage, index) =>
      list(stage, { method: "equal", attribute: "name", values: [seededName(somewhere(stage, index))] }),
  },
  {
    name: "contains, no user",
    goal: UNINDEXED,
    call: (stage) => list(stage, { method: "contains", attribute: "name", values: ["nobody"] }),
  },
  {
    name: "order by name",
    goal: UNINDEXED,
    call: (stage) => list(stage, { method: "orderAsc", attribute: "name" }),
  },
  {
    name: "order by email, descending",
    goal: UNINDEXED,
    call: (stage) => list(stage, { method: "orderDesc", attribute: "email" }),
  },
  {
    name: "order by date, descending",
    goal: UNINDEXED,
    call: (stage) => list(stage, { method: "orderDesc", attribute: "$createdAt" }),
  },
  {
    name: "order by name, after a cursor",
    goal: UNINDEXED,
    call: (stage) =>
      list(
        stage,
        { method: "orderAsc", attribute: "name" },
        { method: "cursorAfter", values: [inTheMiddle(stage)] },
      ),
  },
]
