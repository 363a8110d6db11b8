import { validate } from "@hyperjump/json-schema/openapi-3-1"
import { expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { loadEndpoints } from "../services/services.ts"
import { templatedPath } from "./operation.ts"

const emulator = await createEmulator()
const response = await emulator.fetch(
  new Request("http://localhost:4590/_emulator/openapi.json", { headers: { "x-emulator-control": "1" } }),
)
const document = JSON.parse(await response.text())

test("is valid OpenAPI 3.1", async () => {
  const output = await validate("https://spec.openapis.org/oas/3.1/schema-base", document, "BASIC")
  expect(output).toEqual({ valid: true })
  expect(document.openapi).toMatch(/^3\.1\./)
})

test("tells of every endpoint, once, and of nothing else", async () => {
  const told = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const declared = (await loadEndpoints()).map(({ method, path }) => `${method} ${templatedPath(path)}`)
  expect(told.sort()).toEqual(declared.sort())
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths)
    .flatMap((operations) => Object.values(operations))
    .map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test("names the server that was asked", () => {
  expect(document.servers).toEqual([{ url: "http://localhost:4590/v1" }])
  expect(document.info.version).toBe("1.9.6")
})

test("tells what a request takes and who may send it", () => {
  expect(document.paths["/users/{userId}/email"].patch).toMatchObject({
    operationId: "patchUsersUserIdEmail",
    tags: ["users"],
    "x-scopes": ["users.write"],
    security: [{ project: [], key: ["users.write"] }],
    parameters: [{ name: "userId", in: "path", required: true, schema: { type: "string", maxLength: 36 } }],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            required: ["email"],
            properties: { email: { anyOf: [{ type: "string", format: "email" }, { const: "" }] } },
          },
        },
      },
    },
    responses: {
      200: { content: { "application/json": { schema: { $ref: "#/components/schemas/user" } } } },
    },
  })
})

test("tells of lists in a query as they are sent", () => {
  const { parameters } = document.paths["/users"].get
  expect(parameters).toContainEqual(
    expect.objectContaining({ name: "queries[]", in: "query", required: false }),
  )
  expect(parameters).toContainEqual(
    expect.objectContaining({
      name: "search",
      schema: { type: "string", minLength: 1, maxLength: 256, default: "" },
    }),
  )
})

test("lets guests and users where the scopes do", () => {
  expect(document.paths["/account"].post.security).toContainEqual({ project: [] })
  expect(document.paths["/account"].get.security).toEqual([
    { project: [], session: [] },
    { project: [], jwt: [] },
  ])
})

test("tells what all members of a model are", () => {
  const { user } = document.components.schemas
  expect(user.required).toEqual(Object.keys(user.properties))
  expect(user.properties).toMatchObject({
    $id: { type: "string" },
    password: { type: ["string", "null"] },
    labels: { type: "array", items: { type: "string" } },
    mfa: { type: "boolean", "x-since": "1.5.0" },
    targets: { type: "array", items: { $ref: "#/components/schemas/target" } },
  })
})
