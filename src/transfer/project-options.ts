import { askerOf } from "../contract/real-project/ask.ts"
import type { Patience } from "../contract/real-project/patience.ts"
import { serverTarget } from "../contract/real-project/server-target.ts"

/** A project of a server, and how long to wait for it. */
export interface ProjectOptions {
  /** URL that paths begin at, such as `https://cloud.example.com/v1`. */
  readonly endpoint: string
  readonly project: string
  /** Secret of an API key. */
  readonly key: string
  /** Longest time for one answer in milliseconds; by default a minute. */
  readonly timeout?: number
  readonly patience?: Patience
}

/** Asks a project of a server, and waits where it limits its clients. */
export function asker({ patience = {}, ...server }: ProjectOptions) {
  const { signal } = patience
  return askerOf(serverTarget(signal === undefined ? server : { ...server, signal }), patience)
}
