import { endpoint } from "../../endpoint.ts"
import { serverFault } from "../../errors.ts"
import { jwt } from "../../models/jwt.ts"
import { uid } from "../../validators/id.ts"
import { range } from "../../validators/integer.ts"
import { optional, required } from "../../validators/parameter.ts"
import { signJwt } from "../jwt.ts"
import { loadUser } from "../load-user.ts"

/**
 * Appwrite 1.9: POST /v1/users/:userId/jwts, for `duration` seconds. `recent` is the newest session; without
 * `sessionId`, or where it names none of the user's, the JWT is good without a session.
 */
export const createJwt = endpoint({
  method: "POST",
  path: "/users/:userId/jwts",
  scopes: ["users.write"],
  params: {
    userId: required(uid()),
    sessionId: optional(uid(), ""),
    duration: optional(range(0, 3600), 900),
  },
  model: jwt,
  action: async ({ world, project, params }) => {
    const user = loadUser(project, params.userId)
    const sessions = project.database.sessions.all("userId", user.$id)
    const session =
      params.sessionId === "recent" ? sessions.at(-1) : sessions.find(({ $id }) => $id === params.sessionId)
    if (params.duration === 0) throw serverFault("a JWT must live longer than 0 seconds")
    const signed = await signJwt(world, {
      userId: user.$id,
      sessionId: session?.$id ?? "",
      exp: Math.floor(world.clock.now() / 1000) + params.duration,
    })
    return () => ({ jwt: signed })
  },
})
