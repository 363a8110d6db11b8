import { type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { formatDatabaseDate } from "../../models/members.ts"
import { mfaChallenge } from "../../models/mfa.ts"
import { session } from "../../models/session.ts"
import type { Challenge } from "../../project/records/challenge.ts"
import { randomDigits } from "../../store/randomness.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { whiteList } from "../../validators/white-list.ts"
import { ownSession, ownUser } from "../own-account.ts"
import { sessionAnswer } from "../sessions.ts"
import { CHALLENGE_FACTORS, factorName, factorOf, loadProof } from "./proofs.ts"
import { sendCode } from "./send-code.ts"
import { noteSolution, withFactors } from "./session-factors.ts"

const CODE_LENGTH = 6
const LIFETIME = 3_600_000

const route = {
  path: "/account/mfa/challenges",
  aliases: ["/account/mfa/challenge"],
  scopes: ["account"],
  groups: ["mfa"],
} as const

/**
 * Appwrite 1.9: POST /v1/account/mfa/challenges. The factor may be written in any case, but only its exact name makes a
 * challenge that can be solved.
 */
export const createMfaChallenge = endpoint({
  ...route,
  method: "POST",
  rateLimit: { limit: 10, keys: [["url", "userId"]] },
  params: { factor: required(whiteList(CHALLENGE_FACTORS)) },
  audit: "challenge.create",
  event: "users.[userId].challenges.[challengeId].create",
  model: mfaChallenge,
  action: (call) => {
    const { world, project, params } = call
    const user = ownUser(call)
    const now = world.clock.now()
    const challenge = project.database.challenges.insert(($sequence) => ({
      $sequence,
      $id: world.uniqueId(),
      $createdAt: now,
      $updatedAt: now,
      userId: user.$id,
      type: params.factor,
      code: randomDigits(world.randomness, CODE_LENGTH),
      expire: now + LIFETIME,
    }))
    sendCode(call, user, challenge)
    return challenge
  },
})

/**
 * The challenge that a client means to solve.
 * @throws AppwriteError `user_invalid_token` for one that is not the caller's
 */
function loadChallenge(call: CallWith<{ readonly challengeId: string }>): Challenge {
  const challenge = call.project.database.challenges.find("$id", call.params.challengeId)
  if (challenge?.userId !== ownUser(call).$id) throw new AppwriteError("user_invalid_token")
  return challenge
}

/**
 * Appwrite 1.9: PUT /v1/account/mfa/challenges. Any session of the user can solve a challenge, and it is that session
 * which has then proven the factor.
 */
export const updateMfaChallenge = endpoint({
  ...route,
  method: "PUT",
  rateLimit: { limit: 10, keys: [["url", "param-challengeId"]] },
  params: { challengeId: required(text(256)), otp: required(asSecret(text(256))) },
  audit: "challenges.update",
  event: "users.[userId].sessions.[sessionId].create",
  model: session,
  action: async (call) => {
    const { project, params } = call
    const before = ownSession(call)
    const factor = factorOf(loadChallenge(call), project.rules)
    if (factor === undefined) throw new AppwriteError("user_invalid_token")
    const proves = await loadProof(factor)
    return () => {
      const challenge = loadChallenge(call)
      if (!proves(call, challenge, params.otp)) throw new AppwriteError("user_invalid_token")
      project.database.challenges.remove(challenge)
      const proven = factorName(factor, project.rules)
      const solvedAt = noteSolution(call, before, proven)
      return {
        ...sessionAnswer(before, false),
        factors: withFactors(before, [proven]),
        mfaUpdatedAt: formatDatabaseDate(solvedAt),
        countryName: "",
      }
    }
  },
})
