import { copy, inBody, inText, later } from "./broken-answer.ts"
import { cutLast, testBroken } from "./broken-case.ts"

const otherId = "0123456789abcdef0123"

testBroken([
  [
    "a date without milliseconds",
    "scenarios/server-sessions",
    0,
    inText(["$createdAt"], (date) => `${date.slice(0, 19)}+00:00`),
    "body.$createdAt",
  ],
  [
    "a date of an earlier step",
    "scenarios/logs",
    4,
    copy(["$createdAt"], 0, ["$updatedAt"]),
    "body.$updatedAt",
  ],
  [
    "a creation that moves with each change",
    "scenarios/logs",
    4,
    inText(["$createdAt"], later(500)),
    "body.$createdAt",
  ],
  [
    "another Argon2 cost",
    "scenarios/server-sessions",
    0,
    inText(["password"], (hash) => hash.replace("t=4", "t=3")),
    "body.password",
  ],
  ["a shorter Argon2 hash", "scenarios/server-sessions", 0, inText(["password"], cutLast), "body.password"],
  [
    "the password itself",
    "scenarios/server-sessions",
    0,
    inText(["password"], () => "correct-horse-9"),
    "body.password",
  ],
  [
    "an ID that the client did not choose",
    "scenarios/server-sessions",
    0,
    inText(["$id"], () => otherId),
    "body.$id",
  ],
  [
    "a made ID of another form",
    "scenarios/server-sessions",
    0,
    inText(["targets", 0, "$id"], (id) => id.toUpperCase()),
    "body.targets[0].$id",
  ],
  [
    "a text for null",
    "scenarios/server-sessions",
    0,
    inBody(["impersonatorUserId"], () => ""),
    "body.impersonatorUserId",
  ],
  ["a list for an empty object", "scenarios/server-sessions", 0, inBody(["prefs"], () => []), "body.prefs"],
])
