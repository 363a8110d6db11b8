/** The part of the package that is used; its own types describe a default export that Node does not see. */
declare module "node-device-detector" {
  interface Options {
    skipBotDetection: boolean
    osIndexes: boolean
    clientIndexes: boolean
    deviceIndexes: boolean
    osVersionTruncate: number
    clientVersionTruncate: number
  }

  /** Members of what was not recognised are absent, `null` or `""`. */
  type Text = string | null | undefined

  interface Detected {
    os?: { short_name?: Text; name?: Text; version?: Text }
    client?: {
      type?: Text
      short_name?: Text
      name?: Text
      version?: Text
      engine?: Text
      engine_version?: Text
    }
    device?: { type?: Text; brand?: Text; model?: Text }
  }

  export default class DeviceDetector {
    constructor(options: Options)
    detect(userAgent: string): Detected
  }
}
