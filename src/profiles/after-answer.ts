import type { Call, Declaration } from "../endpoint.ts"
import type { SaidReply } from "../reply.ts"
import type { Parameters } from "../validators/parameter.ts"

/**
 * What a version does when a request has succeeded.
 * @param userId the route's parameter of this name, if it has one.
 */
export type AfterAnswer = (
  call: Call,
  said: SaidReply,
  route: Pick<Declaration<Parameters, never>, "method" | "path">,
  userId: string | undefined,
) => void
