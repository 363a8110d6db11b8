import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import type { Endpoint } from "../../src/endpoint.ts"
import { openApiDocument } from "../../src/openapi/document.ts"
import { templatedPath } from "../../src/openapi/operation.ts"
import type { Profile } from "../../src/profiles/profile.ts"

/**
 * Holds answers against the OpenAPI document of a version.
 * @param endpoints as the version has them.
 * @returns tells in what the JSON answer of an endpoint differs from what is declared; empty if in nothing.
 */
export function misfitsOf({ version, rules }: Profile, endpoints: readonly Endpoint[]) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  const options = { appwrite: version, endpoint: "http://localhost/v1", omits: rules.omits }
  ajv.addSchema(openApiDocument(endpoints, options), "api")
  const validators = new Map<string, ValidateFunction>()
  const validatorOf = ($ref: string): ValidateFunction => {
    const known = validators.get($ref) ?? ajv.compile({ $ref })
    validators.set($ref, known)
    return known
  }
  return (endpoint: Endpoint, status: number, body: unknown): readonly object[] => {
    const { path, method } = endpoint
    const place =
      status === endpoint.status
        ? ["paths", templatedPath(path), method.toLowerCase(), "responses", String(status)]
        : ["components", "responses", "error"]
    const validate = validatorOf(pointer(...place, "content", "application/json", "schema"))
    return validate(body) ? [] : (validate.errors ?? [])
  }
}

const pointer = (...parts: readonly string[]): string =>
  `api#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`
