import { expect, it } from "vitest"
import { createEmulator } from "../emulator.ts"
import { teamFactory, userFactory } from "./factories.ts"

it("counts up, and begins anew when it is rewound", () => {
  userFactory.rewindSequence()
  const ids = userFactory.buildList(2).map(({ $id }) => $id)
  expect(ids).toEqual(["user-1", "user-2"])
  expect(userFactory.blocked().build().$id).toBe("user-3")
  userFactory.rewindSequence()
  expect(userFactory.build()).toEqual({ $id: "user-1", email: "user1@example.com", name: "User 1" })
})

it("puts traits together, and lets overrides win", () => {
  const built = userFactory
    .withPhone("+4930123456")
    .verified()
    .withSession()
    .withSession({ ip: "::1" })
    .build({ name: "Ada" })
  expect(built).toMatchObject({ name: "Ada", phoneVerification: true, sessions: [{}, { ip: "::1" }] })
  expect(userFactory.params({ name: "P" }).build().name).toBe("P")
  expect(userFactory.params({ name: "P" }).build({ name: "O" }).name).toBe("O")
  expect(userFactory.verified().build({ phone: "+4930123457" }).phoneVerification).toBe(true)
})

it("builds what an emulator takes, whatever the traits", async () => {
  const team = teamFactory.build()
  const everything = userFactory
    .verified()
    .withPassword()
    .withPhone()
    .withLabels("vip")
    .withPrefs({ theme: "dark" })
    .withTotp()
    .withRecoveryCodes()
    .withSession()
    .withIdentity()
    .withTarget({ providerType: "email", identifier: "other@example.com" })
  const emulator = await createEmulator()
  await emulator.seed({
    teams: [team],
    users: [
      everything.inTeam(team, "owner").build(),
      ...everything
        .withTarget({ providerType: "email", identifier: "more@example.com" })
        .params({ targets: [] })
        .buildList(20),
    ],
  })
  expect(emulator.project("emulator").userCount).toBe(21)
})
