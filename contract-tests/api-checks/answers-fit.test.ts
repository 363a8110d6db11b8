import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { expect, test } from "vitest"
import { routeFinder } from "../../src/contract/coverage/route-of.ts"
import { openApiDocument } from "../../src/openapi/document.ts"
import { templatedPath } from "../../src/openapi/operation.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { readRecording, recordingFiles } from "../recordings.ts"

const endpoints = await loadEndpoints()
const routeOf = routeFinder(endpoints)
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema(
  openApiDocument(endpoints, { appwrite: "1.9.6", endpoint: "http://localhost/v1", omits: {} }),
  "api",
)

const pointer = (...parts: readonly string[]): string =>
  `api#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`

const validators = new Map<string, ValidateFunction>()

function validatorOf($ref: string): ValidateFunction {
  const known = validators.get($ref) ?? ajv.compile({ $ref })
  validators.set($ref, known)
  return known
}

test.each(recordingFiles("1.9.6"))("the real server's answers in %s fit the document", (file) => {
  let checked = 0
  for (const { method, path, headers, answer } of readRecording(file).steps) {
    const route = routeOf(method, path)
    // Older formats leave members out; the document tells of the newest one.
    if (route === undefined || headers["x-appwrite-response-format"] !== undefined) continue
    if (!answer.headers["content-type"]?.startsWith("application/json")) continue
    const endpoint = endpoints.find((one) => one.method === route.method && one.path === route.path)
    if (endpoint === undefined || typeof answer.body !== "object" || answer.body === null) continue
    const isSuccess = answer.status === endpoint.status
    const place = isSuccess
      ? ["paths", templatedPath(endpoint.path), method.toLowerCase(), "responses", String(answer.status)]
      : ["components", "responses", "error"]
    const validate = validatorOf(pointer(...place, "content", "application/json", "schema"))
    const fits = validate(answer.body)
    expect(fits ? [] : validate.errors, `${method} ${path}: ${JSON.stringify(answer.body)}`).toEqual([])
    checked += 1
  }
  expect(checked).toBeGreaterThan(0)
})
