import { expect } from "vitest"
import { ada, type Flows, fromLink, openAsAda } from "./stage.ts"

const team = { teamId: "engine", name: "Engine" }
const teamId = team.teamId
const grace = { userId: "grace", email: "grace@example.com", password: "compile me once", name: "Grace" }
const url = "http://localhost/join"

/** Teams that users make, and invite others to. */
export const teams: Flows = {
  async "makes, changes and deletes a team"(stage) {
    const { teams } = await openAsAda(stage)
    expect(await teams.create(team)).toMatchObject({ $id: teamId, name: "Engine", total: 1, prefs: {} })
    expect((await teams.updateName({ teamId, name: "Difference" })).name).toBe("Difference")
    expect(await teams.updatePrefs({ teamId, prefs: { cogs: 25_000 } })).toEqual({ cogs: 25_000 })
    expect(await teams.getPrefs({ teamId })).toEqual({ cogs: 25_000 })
    expect(await teams.get({ teamId })).toMatchObject({ name: "Difference", total: 1 })
    expect((await teams.list()).teams.map(({ $id }) => $id)).toEqual([teamId])
    const { memberships } = await stage.users.listMemberships({ userId: "ada" })
    expect(memberships).toMatchObject([{ teamId, userName: "Ada", roles: ["owner"], confirm: true }])
    await teams.delete({ teamId })
    expect(await teams.list()).toEqual({ total: 0, teams: [] })
  },

  async "invites a user, who joins by the link and is logged in by it"(stage) {
    const owner = await openAsAda(stage)
    await owner.teams.create(team)
    await stage.users.create(grace)
    const invited = await owner.teams.createMembership({ teamId, roles: ["dev"], email: grace.email, url })
    expect(invited).toMatchObject({ teamId, userId: "grace", roles: ["dev"], confirm: false, joined: "" })
    const message = stage.lastMessage(grace.email)
    expect(message.kind).toBe("invitation")
    const { searchParams } = new URL(message.link)
    const membershipId = searchParams.get("membershipId") ?? ""
    expect({ membershipId, teamId: searchParams.get("teamId") }).toEqual({
      membershipId: invited.$id,
      teamId,
    })

    const guest = stage.open()
    await expect(guest.teams.get({ teamId })).rejects.toMatchObject({ code: 401 })
    const answer = { teamId, membershipId, ...fromLink(message) }
    expect(await guest.teams.updateMembershipStatus(answer)).toMatchObject({ userId: "grace", confirm: true })
    expect(await guest.account.get()).toMatchObject({ $id: "grace", emailVerification: true })
    expect((await guest.teams.get({ teamId })).total).toBe(2)
    await expect(guest.teams.delete({ teamId })).rejects.toMatchObject({
      code: 401,
      type: "user_unauthorized",
    })

    owner.focus()
    const member = { teamId, membershipId }
    expect((await owner.teams.updateMembership({ ...member, roles: ["lead"] })).roles).toEqual(["lead"])
    expect(await owner.teams.getMembership(member)).toMatchObject({ roles: ["lead"], confirm: true })
    expect((await owner.teams.listMemberships({ teamId })).total).toBe(2)

    guest.focus()
    await guest.teams.deleteMembership(member)
    expect(await guest.teams.list()).toEqual({ total: 0, teams: [] })
    const { memberships } = await stage.users.listMemberships({ userId: ada.userId })
    expect(memberships.map(({ roles }) => roles)).toEqual([["owner"]])
  },
}
