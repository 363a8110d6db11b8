import { expect, test } from "vitest"
import { mismatches, type Shape } from "./shape.ts"

const text: Shape = { kind: "text" }
const user: Shape = {
  kind: "object",
  members: {
    $id: { shape: text, optional: false },
    phone: { shape: text, optional: true },
    targets: {
      shape: {
        kind: "list",
        of: { kind: "object", members: { expired: { shape: { kind: "boolean" }, optional: false } } },
      },
      optional: false,
    },
    hash: {
      shape: { kind: "either", shapes: [{ kind: "exactly", value: "md5" }, { kind: "null" }] },
      optional: false,
    },
  },
}

test.each([
  { $id: "ada", targets: [], hash: "md5" },
  { $id: "ada", phone: null, targets: [{ expired: true, more: 1 }], hash: null },
])("%j is as its type says", (value) => {
  expect(mismatches(value, user)).toEqual([])
})

test.each([
  [null, [""]],
  ["ada", [""]],
  [[], [""]],
  [{ targets: [], hash: null }, ["$id"]],
  [{ $id: null, targets: [], hash: null }, ["$id"]],
  [{ $id: "ada", phone: 1, targets: {}, hash: "sha" }, ["phone", "targets", "hash"]],
  [{ $id: "ada", targets: [{ expired: true }, { expired: "no" }], hash: "md5" }, ["targets.1.expired"]],
])("%j is wrong at %j", (value, places) => {
  expect(mismatches(value, user).map(({ place }) => place)).toEqual(places)
})
