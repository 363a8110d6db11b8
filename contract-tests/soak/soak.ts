import { setTimeout as pause } from "node:timers/promises"
import { openConnection } from "../../src/bench/connection.ts"
import { createEmulator, DEFAULT_PROJECT, type Emulator } from "../../src/emulator.ts"
import { type Caller, callerOf } from "./caller.ts"
import { FILLER, fillBounded } from "./fill-bounded.ts"
import { memoryInUse } from "./garbage-collector.ts"
import { giveUp, leave, live, useMessages, useState } from "./life.ts"
import { boundedIn, leftIn, type WhatIsLeft } from "./what-is-left.ts"

/** What a soak run saw. */
export interface SoakReport extends WhatIsLeft {
  readonly requests: number
  /** How many users were deleted again. */
  readonly deleted: number
  /** After each tenth of the time, garbage collected: bytes in use by JavaScript, and bytes of the whole process. */
  readonly memory: readonly { readonly used: number; readonly resident: number }[]
  /** How much there was of what is bounded. */
  readonly bounded: Readonly<Record<string, number>>
  /** What keeps the process alive: when the port is open, when all connections are closed again, when the port is closed. */
  readonly handles: Readonly<Record<"before" | "after" | "closed", readonly string[]>>
}

export interface SoakOptions {
  readonly seconds: number
  readonly collectGarbage: () => void
  /** By default one with all that keeps something: webhooks and rate limits. */
  readonly emulator?: Emulator
  /** Whether what is bounded is filled before; by default it is. */
  readonly fill?: boolean
}

const TENTHS = 10
const AT_ONCE = 8
const KEPT_USERS = 50
const LIVES_PER_STATE = 10
/** Milliseconds after which what was closed is gone. */
const CLOSING = 500

const soakEmulator = () =>
  createEmulator({
    rateLimits: true,
    webhooks: [{ project: DEFAULT_PROJECT, name: "soak", url: "http://localhost/", events: ["users.*"] }],
    deliver: async () => 200,
  })

/**
 * Mixed load over HTTP for some time: users come, log in, are read and listed, and are deleted again. What is kept by
 * design is full before it begins; nothing is reset meanwhile, which would hide what a deletion forgets.
 */
export async function soak({
  seconds,
  collectGarbage,
  fill = true,
  ...given
}: SoakOptions): Promise<SoakReport> {
  const emulator = given.emulator ?? (await soakEmulator())
  if (fill) await fillBounded(emulator)
  const { port } = await emulator.listen()
  const present: string[] = []
  let made = 0
  let deleted = 0
  let requests = 0

  /** Does something over a connection of its own. */
  async function connected(act: (call: Caller) => Promise<void>): Promise<void> {
    const { send, close } = await openConnection(port)
    await act(
      callerOf({
        send(call) {
          requests += 1
          return send(call)
        },
      }),
    )
    close()
  }

  async function leaveOldest(): Promise<void> {
    const user = present.shift()
    if (user === undefined) return
    await connected((call) => leave(call, user))
    deleted += 1
  }

  async function oneLife(): Promise<void> {
    made += 1
    const user = `u${made}`
    await connected((call) => live(call, user))
    if (made % LIVES_PER_STATE === 0) {
      await connected((call) => useMessages(call, emulator, user))
      await useState(emulator)
      await giveUp(port)
    }
    present.push(user)
    if (present.length > KEPT_USERS) await leaveOldest()
  }

  await oneLife()
  await pause(CLOSING)
  const before = process.getActiveResourcesInfo()
  const memory: { used: number; resident: number }[] = []
  const start = performance.now()
  for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
    const end = start + (seconds * 1000 * tenth) / TENTHS
    const worker = async () => {
      do await oneLife()
      while (performance.now() < end)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    await emulator.webhooks.settled()
    memory.push(await memoryInUse(collectGarbage))
  }
  while (present.length > 0) await leaveOldest()
  const bounded = boundedIn(emulator)
  if (fill) {
    await connected(async (call) => {
      await call(204, "DELETE", `/users/${FILLER}`)
    })
  }
  const left = leftIn(emulator)
  await pause(CLOSING)
  const after = process.getActiveResourcesInfo()
  await emulator.close()
  await pause(CLOSING)
  const closed = process.getActiveResourcesInfo()
  return { requests, deleted, memory, handles: { before, after, closed }, bounded, ...left }
}
