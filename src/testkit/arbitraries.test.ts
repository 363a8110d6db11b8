import * as fc from "fast-check"
import { expect, it } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../emulator.ts"
import { seedArbitrary } from "./arbitraries.ts"

it("every seed is taken, and the API shows what was seeded", async () => {
  const emulator = await createEmulator()
  const headers = { "x-appwrite-project": DEFAULT_PROJECT, "x-appwrite-key": DEFAULT_API_KEY }
  const get = async (path: string) => {
    const response = await emulator.fetch(new Request(`http://localhost/v1${path}`, { headers }))
    return JSON.parse(await response.text())
  }
  await fc.assert(
    fc.asyncProperty(seedArbitrary, async (seed) => {
      const planted = await emulator.seed(seed, { isStart: true })
      for (const [index, user] of (seed.users ?? []).entries()) {
        const {
          $id,
          email,
          phone,
          password,
          totp,
          recoveryCodes,
          sessions,
          memberships,
          $createdAt,
          ...same
        } = user
        const shown = await get(`/users/${$id}`)
        expect(shown).toMatchObject({ ...same, $id, email: email?.toLowerCase() ?? "", phone: phone ?? "" })
        expect(shown.passwordUpdate === "").toBe(password === undefined)
        if ($createdAt !== undefined) expect(Date.parse(shown.registration)).toBe(Date.parse($createdAt))
        const listed = await get(`/users/${$id}/sessions`)
        expect(listed.total).toBe(sessions?.length ?? 0)
        expect(planted.users[index]).toMatchObject({
          $id,
          totpSecret: totp?.secret ?? null,
          recoveryCodes: recoveryCodes ?? [],
        })
        expect((await get(`/users/${$id}/memberships`)).total).toBe(memberships?.length ?? 0)
      }
      for (const { $id, name, prefs } of seed.teams ?? []) {
        expect(await get(`/teams/${$id}`)).toMatchObject({ $id, name, prefs })
      }
    }),
    { numRuns: 30 },
  )
})
