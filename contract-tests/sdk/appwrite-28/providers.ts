import { OAuthProvider } from "appwrite"
import { expect } from "vitest"
import { DEFAULT_PROJECT } from "../../../src/emulator.ts"
import { ada, type Flows, fromLink, openAsAda } from "./stage.ts"

const provider = OAuthProvider.Github
const success = "http://localhost/welcome"
const failure = "http://localhost/sorry"
const grace = { email: "grace@example.com", uid: "42", name: "Grace" }

/**
 * Goes to an address of the SDK's, logs in there as this person, and says where the way leads.
 * @param address nothing, had the SDK gone there itself.
 */
async function logInThere(address: unknown, person: Readonly<Record<string, string>>) {
  const url = new URL(String(address))
  for (const [name, value] of Object.entries(person)) url.searchParams.set(name, value)
  const { status, headers } = await fetch(url, { redirect: "manual" })
  expect(status).toBe(301)
  return { link: headers.get("location") ?? "", cookies: headers.getSetCookie() }
}

/** Logging in at a provider such as GitHub: the query says who does. */
export const providers: Flows = {
  async "logs in by a token of a provider"({ open, users }) {
    const { account } = open()
    const { link } = await logInThere(account.createOAuth2Token({ provider, success, failure }), grace)
    expect(link.startsWith(`${success}?`)).toBe(true)
    const session = await account.createSession(fromLink({ link }))
    expect(session).toMatchObject({ provider: "github", factors: ["email"] })
    expect(await account.get()).toMatchObject({ email: grace.email, name: "Grace", emailVerification: true })

    const { total, identities } = await account.listIdentities()
    expect(total).toBe(1)
    const [identity] = identities
    const linked = { provider: "github", providerUid: "42", providerEmail: grace.email }
    expect(identity).toMatchObject({ userId: session.userId, ...linked })
    expect((await users.listIdentities()).identities.map(({ $id }) => $id)).toEqual([identity?.$id])
    await account.deleteIdentity({ identityId: identity?.$id ?? "" })
    expect(await account.listIdentities()).toEqual({ total: 0, identities: [] })
  },

  async "logs in by a session of a provider"({ open, endpoint }) {
    const { account } = open()
    const address = account.createOAuth2Session({ provider, success, failure, scopes: ["user:email"] })
    const { link, cookies } = await logInThere(address, grace)
    expect(link).toBe(success)
    const cookie = cookies.map((line) => line.split(";", 1)[0]).join("; ")
    const headers = { cookie, "x-appwrite-project": DEFAULT_PROJECT }
    const response = await fetch(`${endpoint}/account`, { headers })
    expect(await response.json()).toMatchObject({ email: grace.email, name: "Grace" })
  },

  async "links the provider to the user who has the email, and does not let a blocked one in"(stage) {
    const { account } = await openAsAda(stage)
    const address = account.createOAuth2Token({ provider, success, failure })
    const person = { ...grace, email: ada.email }
    await logInThere(address, person)
    const linked = { total: 1, identities: [{ userId: "ada", providerUid: "42" }] }
    expect(await account.listIdentities()).toMatchObject(linked)
    await stage.users.updateStatus({ userId: "ada", status: false })
    const { link } = await logInThere(address, person)
    const { origin, pathname, searchParams } = new URL(link)
    expect(origin + pathname).toBe(failure)
    expect(JSON.parse(searchParams.get("error") ?? "")).toMatchObject({
      code: 403,
      type: "user_blocked",
    })
  },
}
