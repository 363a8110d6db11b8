import type { NowOrLater } from "../now-or-later.ts"
import { decodeJsonBytes } from "../php/json-decode.ts"
import { parseQueryString } from "../php/query-string.ts"
import { isPhpArray, type PhpArray, phpGet } from "../php/value.ts"
import type { Rules } from "../profiles/rules.ts"
import type { SentParameters } from "../validators/read-parameters.ts"
import { FatalRequestError } from "./fatal-request-error.ts"
import { rawQuery } from "./path.ts"

const NOTHING: PhpArray = []

/**
 * The parameters of a request, without those of its path. Appwrite 1.9: of a GET the query, of all others the body
 * alone; a body that can't be read is as good as none.
 * @throws FatalRequestError
 */
export function readSent(request: Request): NowOrLater<PhpArray> {
  if (request.method === "GET" || request.method === "HEAD") {
    const query = rawQuery(request.url)
    return query === "" ? NOTHING : parseQueryString(query)
  }
  const contentType = request.headers.get("content-type") ?? ""
  const mediaType = contentType.split(";", 1)[0]
  if (mediaType === "application/json") return request.arrayBuffer().then(jsonParameters)
  if (mediaType === "application/x-www-form-urlencoded") return request.text().then(parseQueryString)
  return mediaType === "multipart/form-data" ? multipartParameters(request, contentType) : NOTHING
}

async function multipartParameters(request: Request, contentType: string): Promise<PhpArray> {
  const { parseMultipart } = await import("../php/multipart.ts")
  return parseMultipart(new Uint8Array(await request.arrayBuffer()), contentType)
}

function jsonParameters(body: ArrayBuffer): PhpArray {
  const value = decodeJsonBytes(new Uint8Array(body))
  if (value === undefined || value === null) return NOTHING
  if (!isPhpArray(value)) throw new FatalRequestError("The body is a JSON scalar")
  return value
}

/** Parameters of the path come before those of the same name in query or body. */
export function withPath(sent: PhpArray, places: ReadonlyMap<string, number>, path: string): SentParameters {
  const segments = places.size === 0 ? [] : path.split("/")
  return {
    get(name) {
      const place = places.get(name)
      return place === undefined ? phpGet(sent, name) : (segments[place] ?? "")
    },
  }
}

/**
 * Clients of Appwrite 1.4 write `queries` in another syntax, which is translated before anything is checked.
 * @throws AppwriteError `general_query_invalid`; FatalRequestError
 */
export async function withLegacyQueries(sent: SentParameters, { http }: Rules): Promise<SentParameters> {
  const texts = sent.get("queries")
  if (texts === undefined) return sent
  const [{ convertLegacyQueries }, { LegacyQueryRefused }] = await Promise.all([
    import("../queries/legacy-queries.ts"),
    import("../queries/refusal.ts"),
  ])
  try {
    const converted = convertLegacyQueries(texts)
    return { get: (name) => (name === "queries" ? converted : sent.get(name)) }
  } catch (error) {
    throw error instanceof LegacyQueryRefused ? http.legacyQueryRefusal(error.message) : error
  }
}
