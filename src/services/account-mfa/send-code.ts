import type { Call } from "../../endpoint.ts"
import { AppwriteError, type ErrorType } from "../../errors.ts"
import type { Challenge } from "../../project/records/challenge.ts"
import type { Message } from "../../project/records/message.ts"
import type { User } from "../../project/records/user.ts"
import { keepsWrites } from "../../store/transaction.ts"
import { sendMessage } from "../send-message.ts"
import { type ChallengeFactor, factorOf } from "./proofs.ts"

/** How the code of a challenge reaches the user. */
interface Way {
  readonly channel: Message["channel"]
  readonly address: "email" | "phone"
  readonly verification: "emailVerification" | "phoneVerification"
  readonly missing: ErrorType
  readonly unverified: ErrorType
}

const WAYS: Readonly<Partial<Record<ChallengeFactor, Way>>> = {
  email: {
    channel: "email",
    address: "email",
    verification: "emailVerification",
    missing: "user_email_not_found",
    unverified: "user_email_not_verified",
  },
  phone: {
    channel: "sms",
    address: "phone",
    verification: "phoneVerification",
    missing: "user_phone_not_found",
    unverified: "user_phone_not_verified",
  },
}

/**
 * Sends the code of a challenge, if that is how its factor is proven. Appwrite 1.9: a challenge that can't be sent is
 * there all the same.
 * @throws AppwriteError without an address, or with one that is not verified
 */
export function sendCode(call: Call, user: User, challenge: Challenge): void {
  const factor = factorOf(challenge, call.project.rules)
  const way = factor === undefined ? undefined : WAYS[factor]
  if (way === undefined) return
  const recipient = user[way.address]
  if (!recipient) throw keepsWrites(new AppwriteError(way.missing))
  if (!user[way.verification]) throw keepsWrites(new AppwriteError(way.unverified))
  sendMessage(call, {
    kind: "challenge",
    channel: way.channel,
    recipient,
    userId: user.$id,
    secret: challenge.code,
    link: "",
  })
}
