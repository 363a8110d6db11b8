import type { SentStep } from "../transcript.ts"
import { userAgent } from "./call.ts"
import { codeLiteral } from "./code-literal.ts"
import type { Finding } from "./findings.ts"
import type { LockStep } from "./run-walk.ts"

const start = `// Set APPWRITE_ENDPOINT (with /v1), APPWRITE_PROJECT_ID and APPWRITE_API_KEY; run it as an ES module.
const { APPWRITE_ENDPOINT, APPWRITE_PROJECT_ID, APPWRITE_API_KEY } = process.env
const key = { "x-appwrite-key": APPWRITE_API_KEY }
const answers = []
async function call(method, path, headers, body) {
  const init = { method, redirect: "manual", headers: { "x-appwrite-project": APPWRITE_PROJECT_ID, ...headers } }
  if (body !== undefined) {
    init.headers["content-type"] = "application/json"
    init.body = JSON.stringify(body)
  }
  const response = await fetch(APPWRITE_ENDPOINT + path, init)
  const text = await response.text()
  const isJson = response.headers.get("content-type")?.startsWith("application/json")
  const session = response.headers.getSetCookie().join().match(/a_session_[^=]*=([^;,]*)/)?.[1]
  answers.push({
    status: response.status,
    body: isJson ? JSON.parse(text) : text,
    session: session && decodeURIComponent(session),
  })
}
`

const totp = `import { Secret, TOTP } from "otpauth"
const totp = (secret) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
`

/** The calls of a walk as JavaScript that runs by itself; it prints the last answer. */
export function walkCode(steps: readonly LockStep[]): string {
  const calls = steps.map(({ emulator, taken }) => callCode(emulator, taken)).join("\n")
  return `${calls.includes("totp(") ? totp : ""}${start}
${calls}
console.log(JSON.stringify(answers.at(-1), null, 2))
`
}

function callCode(sent: SentStep, taken: readonly Finding[]): string {
  const { method, content } = sent
  const url = codeLiteral(sent.path + queryText(sent), taken)
  const body =
    content === undefined ? "" : `, ${codeLiteral("json" in content ? content.json : content.raw, taken)}`
  return `await call("${method}", ${url}, ${headersCode(sent, taken)}${body})`
}

function headersCode({ headers }: SentStep, taken: readonly Finding[]): string {
  const { "x-appwrite-key": key, "x-appwrite-project": _, "user-agent": agent, cookie, ...rest } = headers
  const others = agent === undefined || agent === userAgent ? rest : { ...rest, "user-agent": agent }
  if (key !== undefined && Object.keys(others).length === 0) return "key"
  const shown = key === undefined ? "" : "...key, "
  const session = taken.find(({ name }) => name === "session")
  const cookies =
    cookie === undefined || session === undefined
      ? ""
      : `cookie: \`a_session_\${APPWRITE_PROJECT_ID}=\${encodeURIComponent(answers[${session.answer}]${session.at})}\`, `
  return `{ ${shown}${cookies}${codeLiteral(others, taken).replace(/^\{ ?| ?\}$/g, "")} }`
}

function queryText({ query }: SentStep): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "string") search.append(name, value)
    else for (const [index, item] of value.entries()) search.append(`${name}[${index}]`, item)
  }
  return search.size === 0 ? "" : `?${search}`
}
