import { declaredEndpoints } from "../contract/coverage/declared-endpoints.ts"
import type { Handler } from "../server/handlers.ts"
import { BASE_PATH, rawPath } from "../server/path.ts"
import { type Witness, witnessOf } from "./evidence.ts"
import { recorded } from "./recorded.ts"

/** The header that says on what an answer rests. */
const EVIDENCE_HEADER = "x-emulator-evidence"

const NOTHING = { routes: {} }

const witnesses = new Map<string, Promise<Witness>>()

/** The witness for a version of Appwrite. */
function loadWitness(version: string): Promise<Witness> {
  const known = witnesses.get(version)
  if (known !== undefined) return known
  const table = recorded.find((one) => one.version === version) ?? { version, ...NOTHING }
  const witness = declaredEndpoints().then((endpoints) => witnessOf(table, endpoints))
  witnesses.set(version, witness)
  return witness
}

/**
 * Answers a request and says on what the answer rests.
 *
 * @param version of Appwrite that the request is answered by.
 * @param isRequired whether an answer that was never recorded gives way to status 501. The call is carried out all the
 * same, but a test suite sees that it would rely on a guess.
 */
export async function evidentAnswer(
  api: Handler,
  request: Request,
  peer: string,
  version: string,
  isRequired: boolean,
): Promise<Response> {
  const witness = loadWitness(version)
  const { method } = request
  const path = rawPath(request.url).slice(BASE_PATH.length)
  const response = await api(request, peer)
  const body: unknown = response.status >= 400 ? await readJson(response.clone()) : undefined
  const evidence = (await witness)(method, path, response.status, body)
  if (isRequired && evidence === "declared only") {
    await response.body?.cancel()
    const message = `No real server was recorded answering ${method} ${BASE_PATH}${path} with ${response.status}${typeOf(body)}, so that this answer would be a guess.`
    return Response.json(
      { message, code: 501, type: "emulator_no_evidence" },
      { status: 501, headers: { [EVIDENCE_HEADER]: evidence } },
    )
  }
  const headers = new Headers(response.headers)
  headers.set(EVIDENCE_HEADER, evidence)
  return new Response(response.body, { status: response.status, headers })
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function typeOf(body: unknown): string {
  return typeof body === "object" && body !== null && "type" in body ? ` ${body.type}` : ""
}
