import type DeviceDetector from "node-device-detector"
import type { Device } from "./device.ts"

/** Major and minor version, as Matomo cuts versions unless told otherwise. */
const MINOR = 1

let detector: Promise<DeviceDetector> | undefined

/**
 * What Matomo's device detection says of a user agent.
 *
 * Appwrite 1.9 uses device-detector 6.4.8 without bot detection. The data of node-device-detector 2.2.5 is of the same
 * state; later releases know more and answer differently.
 *
 * @remarks The detector takes half a second and more than 50 MB at its first call.
 */
export async function matomoDevice(userAgent: string): Promise<Device> {
  detector ??= loadDetector()
  const { os, client, device } = (await detector).detect(userAgent)
  return {
    osCode: text(os?.short_name),
    osName: text(os?.name),
    osVersion: text(os?.version),
    clientType: text(client?.type),
    clientCode: text(client?.short_name),
    clientName: text(client?.name),
    clientVersion: text(client?.version),
    clientEngine: text(client?.engine),
    clientEngineVersion: text(client?.engine_version),
    deviceName: text(device?.type),
    deviceBrand: text(device?.brand),
    deviceModel: text(device?.model),
  }
}

const text = (value: string | null | undefined): string => value ?? ""

async function loadDetector(): Promise<DeviceDetector> {
  const { default: Detector } = await import("node-device-detector")
  return new Detector({
    skipBotDetection: true,
    osIndexes: true,
    clientIndexes: true,
    deviceIndexes: true,
    osVersionTruncate: MINOR,
    clientVersionTruncate: MINOR,
  })
}
