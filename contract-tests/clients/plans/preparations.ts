import type { Stage } from "../stage.ts"
import type { Arguments } from "./plan.ts"

/** Whoever most calls are about. */
export const ada = {
  userId: "ada",
  email: "ada@example.com",
  phone: "+14155550100",
  password: "correct horse",
  name: "Ada",
}

/** Somebody who is not there yet. */
export const grace = { userId: "grace", email: "grace@example.com", phone: "+14155550199", name: "Grace" }

/** Where links in messages lead. */
export const PAGE = "http://localhost/page"

/** The session that comes with the common arguments of web pages. */
export const cookiesOf = ({ cookies }: Arguments): string => String(cookies)

/** Logs Ada in without the client. */
export async function logIn(
  stage: Stage,
): Promise<{ readonly cookies: string; readonly sessionId: unknown }> {
  const { email, password } = ada
  const { headers, body } = await stage.prepare("POST", "/account/sessions/email", { email, password }, "")
  return { cookies: headers.get("x-fallback-cookies") ?? "", sessionId: body.$id }
}

/** Has Ada log in at GitHub once, and brings the ID of the identity. */
export async function addIdentity(stage: Stage): Promise<unknown> {
  const query = new URLSearchParams({
    success: "http://localhost/in",
    failure: "http://localhost/out",
    email: ada.email,
    uid: "42",
    name: "Ada",
  })
  // The client's project is in the query, since a page is sent here without any header.
  query.set("project", "emulator")
  await stage.prepare("GET", `/account/tokens/oauth2/github?${query}`)
  const { body } = await stage.prepare("GET", "/users/identities")
  const identities = body.identities
  const [identity]: { $id?: unknown }[] = Array.isArray(identities) ? identities : []
  return identity?.$id
}
