import { endpoint } from "../../endpoint.ts"
import { token } from "../../models/token.ts"
import { randomHex } from "../../store/randomness.ts"
import { uid } from "../../validators/id.ts"
import { range } from "../../validators/integer.ts"
import { optional, required } from "../../validators/parameter.ts"
import { loadUser } from "../load-user.ts"
import { insertToken } from "../tokens.ts"

/** Appwrite 1.9: POST /v1/users/:userId/tokens: a secret of `length` characters, good for `expire` seconds. */
export const createToken = endpoint({
  method: "POST",
  path: "/users/:userId/tokens",
  scopes: ["users.write"],
  params: {
    userId: required(uid()),
    length: optional(range(4, 128), 6),
    expire: optional(range(60, 31_536_000), 900),
  },
  audit: "tokens.create",
  event: "users.[userId].tokens.[tokenId].create",
  model: token,
  action: (call) => {
    const { params, project, world } = call
    const { $id } = loadUser(project, params.userId)
    const secret = randomHex(world.randomness, params.length)
    const record = insertToken(call, { userId: $id, type: "generic", secret, lifetime: params.expire })
    return { ...record, secret, phrase: "" }
  },
})
