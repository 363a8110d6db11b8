import { declaredEndpoints } from "../src/contract/coverage/declared-endpoints.ts"
import { evidenceOf } from "../src/contract/coverage/evidence-of.ts"
import type { EvidenceTable } from "../src/evidence/evidence-table.ts"
import { readLedger } from "./accepted-differences.ts"
import { readRecording, recordingFiles } from "./recordings.ts"
import { type SdkCalls, sdkCalls } from "./sdk-calls.ts"

const VERSION = "1.9.6"

/** What the package ships of its recordings and of the clients that it was looked at with. */
export interface Shipped {
  readonly recorded: EvidenceTable
  readonly sdkCalls: SdkCalls
}

/** The shipped data as it must be now. */
export async function currentEvidence(): Promise<Shipped> {
  const endpoints = await declaredEndpoints()
  const transcripts = recordingFiles(VERSION).map(readRecording)
  return {
    recorded: evidenceOf(transcripts, endpoints, readLedger()),
    sdkCalls: await sdkCalls(endpoints),
  }
}
