import { describe, expect, it } from "vitest"
import { encodeJson } from "./json-encode.ts"
import { parseMultipart } from "./multipart.ts"

async function parseForm(form: FormData): Promise<string> {
  const request = new Response(form)
  const body = new Uint8Array(await request.arrayBuffer())
  return encodeJson(await parseMultipart(body, request.headers.get("content-type") ?? ""))
}

describe("parseMultipart", () => {
  it("names text fields as in a query string and ignores files", async () => {
    const form = new FormData()
    form.append("userId", "u%31+é")
    form.append("labels[]", "a")
    form.append("labels[]", "b")
    form.append("prefs[a][b]", "line\r\nbreak")
    form.append("avatar", new Blob(["x"]), "avatar.png")
    expect(await parseForm(form)).toBe(
      '{"userId":"u%31+é","labels":["a","b"],"prefs":{"a":{"b":"line\\r\\nbreak"}}}',
    )
  })

  it.each([
    ["no boundary", "multipart/form-data", "--b\r\n"],
    ["no form", "multipart/form-data; boundary=b", "nonsense"],
    ["nothing", "multipart/form-data; boundary=b", ""],
  ])("reads nothing from %s", async (_, contentType, body) => {
    expect(await parseMultipart(new TextEncoder().encode(body), contentType)).toStrictEqual([])
  })
})
