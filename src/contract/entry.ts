/**
 * Hold servers against each other: `appwrite-users-emulator/contract`. Scenarios are recorded on one server and replayed on
 * another one, or both answer the same random calls.
 *
 * `lockStep` needs fast-check, which is handed to it; the rest needs nothing.
 *
 * @module
 */

export type { Endpoint } from "../endpoint.ts"
export type { Sample } from "../validators/sample.ts"
export { compareAnswers } from "./compare-answers.ts"
export type { Comparison, Difference } from "./comparison.ts"
export type { LockStepRun } from "./coverage/lock-step-runs.ts"
export {
  type ReportSources,
  type RouteReport,
  reportRoutes,
  staleTranscripts,
} from "./coverage/route-report.ts"
export { emulatorTarget } from "./emulator-target.ts"
export type { JsonObject, JsonValue } from "./json-value.ts"
export { type JunitCase, junitCases, junitReport } from "./junit.ts"
export {
  type AcceptedDifference,
  type LedgerEntry,
  parseLedger,
  type SettledStep,
  settle,
  unusedEntries,
} from "./ledger.ts"
export { type Call, earlier, jsonText, type Route, type Walk } from "./lock-step/call.ts"
export { callArbitrary } from "./lock-step/call-arbitrary.ts"
export { CannotCompare } from "./lock-step/cannot-compare.ts"
export { describeResult } from "./lock-step/describe-result.ts"
export { loadEmulatorTargets } from "./lock-step/emulator-target.ts"
export type { Exchange, Invariant } from "./lock-step/invariant.ts"
export { loadRoutes } from "./lock-step/load-routes.ts"
export { lockStep } from "./lock-step/lock-step.ts"
export type { LockStepOptions, LockStepResult, Progress } from "./lock-step/lock-step-options.ts"
export type { LockStep } from "./lock-step/run-walk.ts"
export { type Fc, type SampleValues, sampleValues } from "./lock-step/sample-values.ts"
export { type VerifyOptions, verify } from "./lock-step/verify.ts"
export { type WalkOptions, walkArbitrary } from "./lock-step/walk-arbitrary.ts"
export { walkCode } from "./lock-step/walk-code.ts"
export { readTranscripts } from "./read-transcripts.ts"
export type { Patience } from "./real-project/patience.ts"
export { type ServerOptions, serverTarget } from "./real-project/server-target.ts"
export { type Recorded, type RecordOptions, recordScenario } from "./record/record.ts"
export { NotEmptyError, UnfitRecordingError } from "./record/record-error.ts"
export { redact } from "./record/redact.ts"
export { walk } from "./record/walk.ts"
export { type ComparedStep, replay, type Target } from "./replay.ts"
export { emulatorReplayer, type Replayer, type ReplayOutcome, replayAll } from "./replay-all.ts"
export { replayOnServer, type ServerReplayOptions } from "./replay-on-server.ts"
export { describeDifferences } from "./report.ts"
export type { Scenario, Sender, Sent, Stage } from "./scenario.ts"
export { ownScenarios } from "./scenarios/own-scenarios.ts"
export { textAt } from "./text-at.ts"
export { type Answer, parseTranscript, type Step, type Transcript } from "./transcript.ts"
export { transcriptText } from "./transcript-text.ts"
