/** What a user agent says of itself, as sessions and logs keep it. `""` stands for what is unknown. */
export interface Device {
  /** Three capital letters: `WIN`, `LIN`, `IOS`, … */
  readonly osCode: string
  readonly osName: string
  readonly osVersion: string
  /** `browser`, `library`, `mobile app`, `desktop` (the Appwrite CLI), … */
  readonly clientType: string
  /** Of browsers and the Appwrite CLI only. */
  readonly clientCode: string
  readonly clientName: string
  readonly clientVersion: string
  readonly clientEngine: string
  readonly clientEngineVersion: string
  /** What kind of device it is: `desktop`, `smartphone`, `tablet`, … */
  readonly deviceName: string
  readonly deviceBrand: string
  readonly deviceModel: string
}

/** The device behind a user agent that says nothing. */
export const unknownDevice: Device = Object.freeze({
  osCode: "",
  osName: "",
  osVersion: "",
  clientType: "",
  clientCode: "",
  clientName: "",
  clientVersion: "",
  clientEngine: "",
  clientEngineVersion: "",
  deviceName: "",
  deviceBrand: "",
  deviceModel: "",
})
