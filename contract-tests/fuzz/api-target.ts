import { routeFinder } from "../../src/contract/coverage/route-of.ts"
import type { Profile } from "../../src/profiles/profile.ts"
import { endpointsOf } from "../../src/profiles/routes-of.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { misfitsOf } from "../api-checks/misfits.ts"
import { newCast } from "./cast.ts"
import type { WireAnswer } from "./exchange.ts"
import { type FuzzedRequest, fuzzedRequests } from "./fuzzed-request.ts"
import { jsonOf, shown, wrongInAnswer } from "./judge.ts"
import { listeningEmulator } from "./listening-emulator.ts"
import { ORDINARY_HEAD, OVERSIZED_LINES } from "./odd-heads.ts"
import { requestBytes } from "./request-bytes.ts"
import type { Target } from "./target.ts"

/** The API of a version of Appwrite. */
export async function apiTarget(profile: Profile, ownsProcess: boolean): Promise<Target<FuzzedRequest>> {
  const [all] = await Promise.all([loadEndpoints(), profile.load()])
  const endpoints = endpointsOf(profile, all)
  const misfits = misfitsOf(profile, endpoints)
  const routeOf = routeFinder(endpoints)

  /** What the answer to a request that went its usual way differs from what is declared. */
  function misfit(request: FuzzedRequest, path: string, answer: WireAnswer): string[] {
    const body = jsonOf(answer)
    const endpoint = routeOf(request.endpoint.method, path)
    // Other methods have other answers, and older formats other members.
    if (body === undefined || endpoint === undefined || request.method !== undefined) return []
    if (request.headers.length > 0 || request.oddHead !== ORDINARY_HEAD) return []
    if (answer.status !== endpoint.status && answer.status < 400) return []
    return misfits(endpoint, answer.status, body).map(
      (one) => `fits its model not: ${JSON.stringify(one)}: ${shown(answer.status, answer.body)}`,
    )
  }

  return {
    name: profile.name,
    requests: fuzzedRequests(endpoints),
    deliveryOf: ({ delivery }) => delivery,
    isWellFramed: ({ oddHead }) => oddHead === ORDINARY_HEAD,
    kindsOf: ({ endpoint, delivery, encoding, caller, oddHead, padding }) => [
      `route ${endpoint.method} ${endpoint.path}`,
      delivery.manner,
      `as ${encoding}`,
      `by ${caller}`,
      ...(oddHead.lines.some((line) => OVERSIZED_LINES.includes(line)) ? ["oversized head"] : []),
      ...(padding > 1_000_000 ? ["oversized body"] : []),
    ],
    async start(seed) {
      const { emulator, port, faults } = await listeningEmulator(
        seed,
        { appwrite: profile.name },
        ownsProcess,
      )
      const cast = newCast(emulator)
      return {
        emulator,
        port,
        faults,
        prepare: cast.prepare,
        learn: cast.learn,
        bytesOf: (request) => requestBytes(request, cast),
        wrongIn(request, { head }, answer) {
          const path = head.split(" ")[1]?.replace(/^\/v1/, "") ?? ""
          return [
            ...wrongInAnswer(answer),
            // The answer to HEAD has no body that could say why.
            ...(answer.status < 500 || head.startsWith("HEAD ") || isRealFailure(profile, answer)
              ? misfit(request, path, answer)
              : [`fails: ${shown(answer.status, answer.body)}`]),
          ]
        },
      }
    },
  }
}

/** Faults of the real server that are kept, of which it says nothing, and methods that a project does not allow. */
function isRealFailure({ rules }: Profile, { status, body }: WireAnswer): boolean {
  if (status === 501) return body.includes('"type":"user_auth_method_unsupported"')
  if (status !== 500) return false
  if (body.includes('"message":"Error: Server Error"')) return true
  const types = Object.entries(rules.errors).flatMap(([type, change]) =>
    change.status === 500 ? [type] : [],
  )
  return ["general_unknown", ...types].some((type) => body.includes(`"type":"${type}"`))
}
