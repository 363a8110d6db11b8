import type { Endpoint } from "../endpoint.ts"
import { guestScopes, userScopes } from "../scopes.ts"
import type { Parameter } from "../validators/parameter.ts"
import { answerSchema, type Refer } from "./answer-schema.ts"
import { parameterSchema } from "./parameter-schema.ts"
import { nullable, type Schema } from "./schema.ts"

/** `/users/:userId` as OpenAPI writes it. */
export function templatedPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}")
}

/** An endpoint as an operation of OpenAPI. */
export function operation(endpoint: Endpoint, refer: Refer): Schema {
  const { method, path, params, scopes, audit, event, aliases } = endpoint
  const inPath = new Set(
    path.split("/").flatMap((segment) => (segment.startsWith(":") ? [segment.slice(1)] : [])),
  )
  const others = Object.entries(params).filter(([name]) => !inPath.has(name))
  const pathParameters = [...inPath].map((name) => ({
    name,
    in: "path",
    required: true,
    schema: params[name] === undefined ? { type: "string" } : parameterSchema(params[name].validator.sample),
  }))
  const isRead = method === "GET"
  return {
    operationId: operationId(method, path),
    tags: [path.split("/")[1] ?? ""],
    security: securityOf(scopes),
    parameters: isRead ? [...pathParameters, ...others.map(queryParameter)] : pathParameters,
    ...(!isRead && others.length > 0 && { requestBody: requestBody(others) }),
    responses: {
      [endpoint.status]: success(endpoint, refer),
      default: { $ref: "#/components/responses/error" },
    },
    "x-scopes": scopes,
    ...(audit !== undefined && { "x-audit": audit }),
    ...(event !== undefined && { "x-event": event }),
    ...(aliases !== undefined && { "x-aliases": aliases }),
  }
}

/** `patchUsersUserIdEmail`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[/:.-]+/).filter((word) => word !== "")
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
}

/** Who may call: any of these. */
function securityOf(scopes: Endpoint["scopes"]): Schema[] {
  const project = { project: [] }
  return [
    ...(scopes.some((scope) => guestScopes.has(scope)) ? [project] : []),
    ...(scopes.some((scope) => userScopes.has(scope))
      ? [
          { ...project, session: [] },
          { ...project, jwt: [] },
        ]
      : []),
    ...(scopes.includes("account") ? [] : [{ ...project, key: scopes }]),
  ]
}

type Named = readonly [name: string, parameter: Parameter<unknown>]

function schemaOf(parameter: Parameter<unknown>): Schema {
  const schema = parameterSchema(parameter.validator.sample)
  if (parameter.kind === "required") return schema
  const accepted = parameter.nullable ? nullable(schema) : schema
  return isJson(parameter.default) ? { ...accepted, default: parameter.default } : accepted
}

/** Some defaults are the parsed form of nothing, which no client could send. */
function isJson(value: unknown): boolean {
  return (
    value === null ||
    ["string", "number", "boolean"].includes(typeof value) ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Lists are sent as `name[]=…&name[]=…`. */
function queryParameter([name, parameter]: Named): Schema {
  const schema = schemaOf(parameter)
  return {
    name: schema.type === "array" ? `${name}[]` : name,
    in: "query",
    required: parameter.kind === "required",
    schema,
  }
}

function requestBody(parameters: readonly Named[]): Schema {
  const required = parameters.flatMap(([name, { kind }]) => (kind === "required" ? [name] : []))
  const schema = {
    type: "object",
    properties: Object.fromEntries(parameters.map(([name, parameter]) => [name, schemaOf(parameter)])),
    ...(required.length > 0 && { required }),
  }
  return { required: required.length > 0, content: { "application/json": { schema } } }
}

function success({ shape, status, contentType }: Endpoint, refer: Refer): Schema {
  if (shape === undefined) {
    return {
      description: status >= 300 && status < 400 ? "Sends the client on." : "Done; the answer is empty.",
    }
  }
  const mediaType = contentType.split(";", 1)[0] ?? contentType
  return { description: "Done.", content: { [mediaType]: { schema: answerSchema(shape, refer) } } }
}
