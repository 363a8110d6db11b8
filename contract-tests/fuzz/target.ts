import type fc from "fast-check"
import type { Emulator } from "../../src/emulator.ts"
import type { WireAnswer } from "./exchange.ts"
import type { Delivery, WireRequest } from "./wire-request.ts"

/** What is fuzzed: the API of a version of Appwrite, or the emulator's own routes. */
export const TARGETS = ["1.9", "1.5", "control"] as const
export type TargetName = (typeof TARGETS)[number]

/** Requests of one kind, and those who take them. */
export interface Target<R> {
  readonly name: TargetName
  readonly requests: fc.Arbitrary<R>
  /** What is special about a request, in words that can be counted. */
  kindsOf(request: R): readonly string[]
  deliveryOf(request: R): Delivery
  /** Whether the head says where the request ends. */
  isWellFramed(request: R): boolean
  /** Starts an emulator of their own. The same seed makes the same IDs and secrets. */
  start(seed: number): Promise<Ground<R>>
}

/** An emulator under fire: who is there, and what it has told so far. */
export interface Ground<R> {
  readonly emulator: Emulator
  readonly port: number
  /** What went wrong in it since this was last asked. */
  faults(): string[]
  /** Sees to it that requests get far. */
  prepare(): Promise<void>
  bytesOf(request: R): WireRequest
  /** Takes note of what an answer tells. */
  learn(answer: WireAnswer): void
  /** What is wrong with what came of a request, in words. */
  wrongIn(request: R, sent: WireRequest, answer: WireAnswer): readonly string[]
}
