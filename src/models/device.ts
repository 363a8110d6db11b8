import { text } from "./members.ts"

/** What sessions and logs show of a device and the country it is in, in this order. */
export const deviceMembers = {
  osCode: text,
  osName: text,
  osVersion: text,
  clientType: text,
  clientCode: text,
  clientName: text,
  clientVersion: text,
  clientEngine: text,
  clientEngineVersion: text,
  deviceName: text,
  deviceBrand: text,
  deviceModel: text,
  countryCode: text,
  countryName: text,
}
