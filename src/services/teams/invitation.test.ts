import { beforeAll, beforeEach, expect, test } from "vitest"
import { eventHub } from "../../events/event-hub.ts"
import { appwrite19 } from "../../profiles/profiles.ts"
import { newProject, type Project } from "../../project/project.ts"
import { newReply } from "../../reply.ts"
import { uniqueIds } from "../../store/ids.ts"
import { systemRandomness } from "../../store/randomness.ts"
import type { World } from "../../world.ts"
import { insertUser } from "../create-user.ts"
import { noPassword } from "../new-password.ts"
import { sendInvitation } from "./invitation.ts"
import type { Invited } from "./invitee.ts"

const NOW = Date.UTC(2026, 0, 2)
const dates = { $createdAt: NOW, $updatedAt: NOW }
const clock = { now: () => NOW }
const randomness = systemRandomness()
const world: World = {
  clock,
  randomness,
  uniqueId: uniqueIds(clock, randomness).next,
  profile: appwrite19,
  hashCost: "fast",
  signingKey: randomness.bytes(32),
  events: eventHub(),
}

let project: Project

beforeAll(() => appwrite19.load())

beforeEach(() => {
  project = newProject({ id: "p", name: "P", profile: appwrite19, keys: [] })
})

/** The outbox after an invitation of the user `u`. */
function outbox(addresses: { email: string | null; phone: string | null }, invited: Partial<Invited>) {
  const emailFacts = {
    emailCanonical: null,
    emailIsFree: null,
    emailIsDisposable: null,
    emailIsCorporate: null,
    emailIsCanonical: null,
  }
  const user = insertUser(
    { world, project, reply: newReply().reply },
    {
      $id: "u",
      name: "U",
      ...addresses,
      storedPassword: noPassword(project.rules, "server"),
      emailFacts,
      remembersPassword: false,
      accessedAt: null,
    },
  )
  const { teams, memberships, messages } = project.database
  const team = teams.insert(($sequence) => ({
    $sequence,
    $id: "t",
    ...dates,
    name: "The Team & Co",
    total: 1,
    prefs: [],
  }))
  const membership = memberships.insert(($sequence) => ({
    $sequence,
    $id: "m",
    ...dates,
    userId: "u",
    teamId: "t",
    roles: [],
    invited: NOW,
    joined: null,
    confirm: false,
    secret: "hash",
  }))
  sendInvitation(
    { world, project },
    {
      invited: { userId: "", email: "", phone: "", name: "", ...invited },
      url: "http://localhost/join?x=y#top",
      team,
      user,
      membership,
      secret: "secret",
    },
  )
  return [...messages.values()]
}

test("the link has all that is needed to accept, beside the client's own query", () => {
  const [message] = outbox({ email: "u@acme.com", phone: null }, { userId: "u" })
  expect(message).toMatchObject({
    kind: "invitation",
    channel: "email",
    recipient: "u@acme.com",
    userId: "u",
  })
  expect(message?.secret).toBe("secret")
  expect(message?.link).toBe(
    "http://localhost/join?x=y&membershipId=m&userId=u&secret=secret&teamId=t&teamName=The+Team+%26+Co#top",
  )
})

const EMAIL = "u@acme.com"
const PHONE = "+14155550187"

test.each([
  ["by ID", { email: EMAIL, phone: PHONE }, { userId: "u" }, "email", EMAIL],
  ["by email", { email: EMAIL, phone: PHONE }, { email: EMAIL }, "email", EMAIL],
  ["by phone", { email: EMAIL, phone: PHONE }, { phone: PHONE }, "sms", PHONE],
  ["by ID, without an email", { email: null, phone: PHONE }, { userId: "u" }, "sms", PHONE],
])("it goes where it should: %s", (_, addresses, invited, channel, recipient) => {
  expect(outbox(addresses, invited)).toMatchObject([{ channel, recipient }])
})

test("it goes nowhere without an address", () => {
  expect(outbox({ email: null, phone: null }, { userId: "u" })).toEqual([])
})
