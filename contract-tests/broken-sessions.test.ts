import { isJsonList, type JsonValue } from "../src/contract/json-value.ts"
import { copy, inBody, inText, later, withMembers } from "./broken-answer.ts"
import { cutLast, minute, testBroken } from "./broken-case.ts"

const otherId = "0123456789abcdef0123"

testBroken([
  [
    "a session that expires 60 s late",
    "scenarios/server-sessions",
    1,
    inText(["expire"], later(minute)),
    "body.expire",
  ],
  [
    "a session that expires 60 s early",
    "scenarios/server-sessions",
    1,
    inText(["expire"], later(-minute)),
    "body.expire",
  ],
  [
    "an expiry that changes between answers",
    "scenarios/server-sessions",
    6,
    inText(["sessions", 0, "expire"], later(1)),
    "body.sessions[0].expire",
  ],
  [
    "a secret one character short",
    "scenarios/server-sessions",
    6,
    inText(["sessions", 0, "secret"], cutLast),
    "body.sessions[0].secret",
  ],
  [
    "a listed secret that is not the hash of the session's",
    "scenarios/server-sessions",
    6,
    inText(["sessions", 0, "secret"], reverse),
    "body.sessions[0].secret",
  ],
  [
    "a session of another user",
    "scenarios/server-sessions",
    1,
    inText(["secret"], withMembers({ id: "other" }, "base64")),
    "body.secret",
  ],
  [
    "a session secret with a member more",
    "scenarios/server-sessions",
    1,
    inText(["secret"], withMembers({ more: 1 }, "base64")),
    "body.secret",
  ],
  [
    "a session secret that is hidden",
    "scenarios/server-sessions",
    1,
    inText(["secret"], () => ""),
    "body.secret",
  ],
  [
    "a session with another ID than it was made with",
    "scenarios/server-sessions",
    6,
    inText(["sessions", 0, "$id"], () => otherId),
    "body.sessions[0].$id",
  ],
  [
    "sessions in the other order",
    "scenarios/server-sessions",
    8,
    inBody(["sessions"], reverseItems),
    "body.sessions[0].$id",
  ],
  ["two sessions with the same ID", "scenarios/server-sessions", 7, copy(["$id"], 1, ["$id"]), "body.$id"],
  [
    "a total off by one",
    "scenarios/server-sessions",
    8,
    inBody(["total"], (total) => Number(total) + 1),
    "body.total",
  ],
  [
    "a list that lacks an item",
    "scenarios/server-sessions",
    8,
    inBody(["sessions"], (items) => (isJsonList(items) ? items.slice(1) : items)),
    "body.sessions",
  ],
  [
    "a date in the database's form",
    "scenarios/server-sessions",
    1,
    inText(["expire"], (date) => date.slice(0, 23).replace("T", " ")),
    "body.expire",
  ],
])

function reverse(text: string): string {
  return Array.from(text).reverse().join("")
}

function reverseItems(items: JsonValue): JsonValue {
  return isJsonList(items) ? items.toReversed() : items
}
