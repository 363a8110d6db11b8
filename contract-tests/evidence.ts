import { declaredEndpoints } from "../src/contract/coverage/declared-endpoints.ts"
import { evidenceOf } from "../src/contract/coverage/evidence-of.ts"
import type { RecordedVersions } from "../src/evidence/evidence-table.ts"
import { readLedger } from "./accepted-differences.ts"
import { readRecording, recordedVersions, recordingFiles } from "./recordings.ts"
import { type SdkCalls, sdkCalls } from "./sdk-calls.ts"

/** What the package ships of its recordings and of the clients that it was looked at with. */
export interface Shipped {
  readonly recorded: RecordedVersions
  readonly sdkCalls: SdkCalls
}

/** The shipped data as it must be now. */
export async function currentEvidence(): Promise<Shipped> {
  const endpoints = await declaredEndpoints()
  return {
    recorded: recordedVersions().map((version) =>
      evidenceOf(recordingFiles(version).map(readRecording), endpoints, readLedger()),
    ),
    sdkCalls: await sdkCalls(endpoints),
  }
}
