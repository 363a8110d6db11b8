import type { Endpoint } from "../endpoint.ts"
import { errorTypes } from "../errors.ts"
import { error } from "../models/error.ts"
import type { MemberShape } from "../models/shape.ts"
import type { Rules } from "../profiles/rules.ts"
import { answerSchema, modelSchema, type Refer } from "./answer-schema.ts"
import { operation, templatedPath } from "./operation.ts"
import type { Schema } from "./schema.ts"

/** What the document says of the emulator itself. */
export interface DocumentOptions {
  /** Version of Appwrite that is emulated. */
  readonly appwrite: string
  /** Where the API is, such as `http://localhost:4590/v1`. */
  readonly endpoint: string
  /** Members that the version does not know, by model. */
  readonly omits: Rules["omits"]
}

const header = (name: string, description: string) => ({ type: "apiKey", in: "header", name, description })

const securitySchemes = {
  project: header("X-Appwrite-Project", "ID of the project."),
  key: header("X-Appwrite-Key", "Secret of an API key."),
  session: header("X-Appwrite-Session", "Secret of a session; browsers send its cookie instead."),
  jwt: header("X-Appwrite-JWT", "JWT of a user."),
}

/** The OpenAPI 3.1 document of all that is declared: nothing in it is written by hand but the frame. */
export function openApiDocument(
  endpoints: readonly Endpoint[],
  { appwrite, endpoint, omits }: DocumentOptions,
): Schema {
  const schemas: Record<string, Schema> = {}
  const refer: Refer = (name: string, members: Readonly<Record<string, MemberShape>>) => {
    if (schemas[name] === undefined) {
      // Its place is taken first: a model may hold one of its own kind.
      schemas[name] = {}
      const known = Object.entries(members).filter(([member]) => !omits[name]?.includes(member))
      schemas[name] = modelSchema(Object.fromEntries(known), refer)
    }
    return { $ref: `#/components/schemas/${name}` }
  }
  const paths: Record<string, Record<string, Schema>> = {}
  for (const declared of endpoints) {
    const path = templatedPath(declared.path)
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(declared, refer) }
  }
  const failure = {
    allOf: [answerSchema(error.shape, refer), { properties: { type: { enum: errorTypes } } }],
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Appwrite Users API, emulated",
      version: appwrite,
      description: "What the emulator implements, generated from its endpoints' declarations.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: endpoint }],
    tags: [...new Set(endpoints.map(({ path }) => path.split("/")[1] ?? ""))]
      .sort()
      .map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas,
      securitySchemes,
      responses: {
        error: { description: "Refused.", content: { "application/json": { schema: failure } } },
      },
    },
  }
}
