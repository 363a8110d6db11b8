import { createEmulator, DEFAULT_PROJECT, type Emulator } from "../../src/emulator.ts"
import { SEED } from "./control-bodies.ts"
import { type ControlRequest, controlBytes, controlRequests, type KnownIds } from "./control-requests.ts"
import { controlRoutes } from "./control-routes.ts"
import { shown, wrongInAnswer } from "./judge.ts"
import { listeningEmulator } from "./listening-emulator.ts"
import { ORDINARY_HEAD, OVERSIZED_LINES } from "./odd-heads.ts"
import type { Target } from "./target.ts"

const KEPT_PROJECTS: ReadonlySet<string> = new Set([DEFAULT_PROJECT, "shop"])

/** The emulator's own routes. */
export async function controlTarget(ownsProcess: boolean): Promise<Target<ControlRequest>> {
  return {
    name: "control",
    requests: controlRequests(await controlRoutes(), await exportedLines()),
    deliveryOf: ({ delivery }) => delivery,
    isWellFramed: ({ oddHead }) => oddHead === ORDINARY_HEAD,
    kindsOf: ({ route, delivery, oddHead }) => [
      `route ${route.method} ${route.path}`,
      delivery.manner,
      ...(oddHead.lines.some((line) => OVERSIZED_LINES.includes(line)) ? ["oversized head"] : []),
    ],
    async start(seed) {
      const own = await listeningEmulator(
        seed,
        { strict: false, deliver: async () => 500, requestLog: { transcripts: 50 } },
        ownsProcess,
      )
      const { emulator, port } = own
      let known: KnownIds = new Map()
      return {
        ...own,
        async prepare() {
          known = await tidyUp(emulator)
        },
        bytesOf: (request) => controlBytes(request, port, known),
        learn() {},
        wrongIn: (_, __, answer) => [
          ...wrongInAnswer(answer),
          ...(answer.status >= 500 ? [`fails: ${shown(answer.status, answer.body)}`] : []),
        ],
      }
    },
  }
}

/** An export of a project in which there is something of everything that a seed can make. */
async function exportedLines(): Promise<readonly string[]> {
  const emulator = await createEmulator({ seed: SEED })
  const answer = await emulator.fetch(controlRequest("GET", "/data"))
  return (await answer.text()).trimEnd().split("\n")
}

const controlRequest = (method: string, path: string) =>
  new Request(`http://localhost/_emulator${path}`, { method, headers: { "x-emulator-control": "1" } })

/**
 * Takes away what would make the next requests fail rightly, or would only fill memory, and makes what they name.
 * @returns its IDs.
 */
async function tidyUp(emulator: Emulator): Promise<KnownIds> {
  const { faults, rateLimits, clock, webhooks } = emulator
  faults.clear()
  rateLimits.disable()
  clock.reset()
  for (const { id } of webhooks.list()) webhooks.delete(id)
  const { snapshots }: { snapshots: { id: string }[] } = JSON.parse(
    await (await emulator.fetch(controlRequest("GET", "/snapshots"))).text(),
  )
  for (const { id } of snapshots) await emulator.fetch(controlRequest("DELETE", `/snapshots/${id}`))
  const taken = await emulator.fetch(controlRequest("POST", "/snapshots"))
  const { id: snapshot }: { id: string } = JSON.parse(await taken.text())
  for (const id of emulator.projectIds()) if (!KEPT_PROJECTS.has(id)) emulator.project(id).delete()
  for (const id of KEPT_PROJECTS) emulator.project(id)
  const webhook = webhooks.create({
    project: DEFAULT_PROJECT,
    name: "fuzz",
    url: "http://localhost/",
    events: ["*"],
  })
  return new Map([
    [":projectId", DEFAULT_PROJECT],
    [":snapshotId", snapshot],
    [":webhookId", webhook.id],
  ])
}
