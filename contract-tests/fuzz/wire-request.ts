import fc from "fast-check"

/** A request as it goes over the wire: the head, which still lacks what frames the body, and the body. */
export interface WireRequest {
  readonly head: string
  readonly body: Buffer
}

/** How a request comes over the wire. */
export const MANNERS = [
  "whole",
  "chunked",
  "slowly",
  "pipelined",
  "truncated",
  "abandoned",
  "mangled",
] as const

/** One byte that something went wrong with. */
export interface Damage {
  /** Where it is, from 0 to 1. */
  readonly at: number
  readonly kind: "changed" | "left out" | "inserted"
  readonly byte: number
}

/** How a request is delivered. */
export interface Delivery {
  readonly manner: (typeof MANNERS)[number]
  /** Where it is cut, from 0 to 1. */
  readonly cut: number
  /** What is wrong with it, if it is mangled. */
  readonly damages: readonly Damage[]
}

/** Mostly as clients deliver. */
export const deliveries: fc.Arbitrary<Delivery> = fc.record<Delivery>({
  manner: fc.oneof(
    { weight: 12, arbitrary: fc.constant("whole") },
    { weight: 4, arbitrary: fc.constantFrom(...MANNERS) },
  ),
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
  damages: fc.array(
    fc.record<Damage>({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom("changed", "left out", "inserted"),
      byte: fc.nat(255),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

/** Whether something must come back, since a server can tell where the request ends. */
export const isComplete = ({ manner }: Delivery): boolean =>
  manner === "whole" || manner === "chunked" || manner === "slowly" || manner === "pipelined"

/** Bytes with the damages done. */
export function damaged(bytes: Buffer, damages: readonly Damage[]): Buffer {
  return damages.reduce((whole, { at, kind, byte }) => {
    const place = Math.floor(at * whole.length)
    const rest = whole.subarray(kind === "inserted" ? place : place + 1)
    return Buffer.concat([
      whole.subarray(0, place),
      kind === "left out" ? Buffer.alloc(0) : Buffer.of(byte),
      rest,
    ])
  }, bytes)
}
