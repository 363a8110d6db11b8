import { describe, expect, test } from "vitest"
import { translateText } from "./translate.ts"
import { createTwins } from "./twins.ts"

const [oldId, newId] = ["6b03f350f1b3801e4299", "6b03f350f1b3801e0000"]
const [oldSecret, newSecret] = ["a".repeat(256), "b".repeat(256)]
const oldDate = "2026-11-23T08:03:28.979+00:00"
const twins = createTwins([
  [oldId, newId],
  [oldSecret, newSecret],
  ["123456", "654321"],
  ["eyJhIjoxfQ==", "eyJhIjoyfQ=="],
  [oldDate, "2026-11-23T08:03:28.900+00:00"],
])

describe("the name of a session's cookie", () => {
  test.each([
    ["short", "p", "q"],
    ["with hyphens", "my-own-project", "ours"],
    ["with dots", "a.b_c", "0123456789abcdef"],
    ["like the end of the name", "x_legacy", "y"],
  ])("is translated where the project's ID is %s", (_, project, other) => {
    const projects = createTwins([[project, other]])
    for (const end of ["", "_legacy", "=eyJ; a_session_more=1"]) {
      expect(translateText(`a_session_${project}${end}`, projects)).toBe(`a_session_${other}${end}`)
    }
    const json = (id: string) => `{"a_session_${id}":"a-${project}"}`
    expect(translateText(json(project), projects)).toBe(json(other))
  })

  test("is left alone where it is another project's", () => {
    const projects = createTwins([["p", "q"]])
    for (const name of ["a_session_pp", "a_session_", "aa_session_p", "a_session_p-p_legacy"]) {
      expect(translateText(name, projects)).toBe(name)
    }
  })
})

function session(id: string, secret: string): string {
  return Buffer.from(JSON.stringify({ id, secret })).toString("base64")
}

describe("translateText", () => {
  test.each([
    ["a whole value", oldId, newId],
    ["a path", `/users/${oldId}/sessions/${oldId}`, `/users/${newId}/sessions/${newId}`],
    [
      "a cookie's name and value",
      `a_session_${oldId}_legacy=eyJhIjoxfQ==`,
      `a_session_${newId}_legacy=eyJhIjoyfQ==`,
    ],
    [
      "a query text",
      `{"method":"cursorAfter","values":["${oldId}"]}`,
      `{"method":"cursorAfter","values":["${newId}"]}`,
    ],
    ["a percent-encoded text", `q=%22${oldId}%22&x=%3A${oldId}`, `q=%22${newId}%22&x=%3A${newId}`],
    ["a session's text that no answer held", session(oldId, oldSecret), session(newId, newSecret)],
    ["a spoilt session's text", session(oldId, "zz"), session(newId, "zz")],
    ["a date in a query", `["${oldDate}"]`, `["2026-11-23T08:03:28.900+00:00"]`],
    ["a whole one-time code", "123456", "654321"],
  ])("translates %s", (_, recorded, wanted) => {
    expect(translateText(recorded, twins)).toBe(wanted)
  })

  test.each(["+14155123456", "code 123456", `${oldId}0`, "unique()", "", "eyJ", "100%"])(
    "leaves %j",
    (text) => {
      expect(translateText(text, twins)).toBe(text)
    },
  )
})
