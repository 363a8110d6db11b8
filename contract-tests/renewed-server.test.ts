import { describe, expect, test } from "vitest"
import { replay } from "../src/contract/replay.ts"
import { readRecording, recordingFiles } from "./recordings.ts"
import { renewedServer } from "./renewed-server.ts"

describe("another run of the recorded server", () => {
  test.each(recordingFiles("1.9.6"))("%s is the same to the last step", async (file) => {
    const transcript = readRecording(file)
    const { target, now } = renewedServer(transcript)
    const steps = await replay(transcript, target, now)
    expect(steps).toHaveLength(transcript.steps.length)
    expect(steps.filter(({ differences }) => differences.length > 0)).toEqual([])
  })
})
