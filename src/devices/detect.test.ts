import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { detectDevice } from "./detect.ts"
import { unknownDevice } from "./device.ts"

/** User agents with what a real Appwrite 1.9.6 made of them, in the order of its answers. */
const RECORDED: readonly (readonly [string, string])[] = [
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "WIN|Windows|10|browser|CH|Chrome|126.0|Blink|126.0.0.0|desktop||",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Edg/125.0.2535.67",
    "WIN|Windows|10|browser|PS|Microsoft Edge|125.0|Blink|125.0.0.0|desktop||",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "LIN|GNU/Linux||browser|FF|Firefox|127.0|Gecko|127.0|desktop||",
  ],
  [
    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0",
    "UBT|Ubuntu||browser|FF|Firefox|115.0|Gecko|115.0|desktop||",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    "MAC|Mac|10.15|browser|SF|Safari|17.5|WebKit|605.1.15|desktop|Apple|",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "IOS|iOS|17.5|browser|MF|Mobile Safari|17.5|WebKit|605.1.15|smartphone|Apple|iPhone",
  ],
  [
    "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1",
    "IPA|iPadOS|16.6|browser|MF|Mobile Safari|16.6|WebKit|605.1.15|tablet|Apple|iPad",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
    "AND|Android|14|browser|CM|Chrome Mobile|126.0|Blink|126.0.0.0|smartphone|Google|Pixel 8",
  ],
  [
    "Mozilla/5.0 (Linux; Android 13; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
    "AND|Android|13|browser|SB|Samsung Browser|25.0|Blink|121.0.0.0|smartphone|Samsung|Galaxy S23 Ultra",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
    "AND|Android|10|browser|CM|Chrome Mobile|126.0|Blink|126.0.0.0|smartphone||",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0",
    "WIN|Windows|10|browser|OP|Opera|110.0|Blink|124.0.0.0|desktop||",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "LIN|GNU/Linux||browser|CH|Chrome|126.0|Blink|126.0.0.0|desktop||",
  ],
  [
    "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko",
    "WIN|Windows|7|browser|IE|Internet Explorer|11.0|Trident|7.0|desktop||",
  ],
  ["node", "|||||||||||"],
  ["node-fetch/1.0 (+https://github.com/bitinn/node-fetch)", "|||library||Node Fetch|1.0|||||"],
  ["undici", "|||library||undici||||||"],
  ["axios/1.6.8", "|||library||Axios|1.6|||||"],
  ["curl/8.5.0", "|||library||curl|8.5|||||"],
  ["Wget/1.21.4", "|||library||Wget|1.21|||||"],
  ["python-requests/2.31.0", "|||library||Python Requests|2.31|||||"],
  ["Go-http-client/1.1", "|||library||Go-http-client|1.1|||||"],
  ["okhttp/4.12.0", "AND|Android||library||OkHttp|4.12|||||"],
  ["Dart/3.4 (dart:io)", "|||library||Dart|3.4|||||"],
  ["PostmanRuntime/7.39.0", "|||library||Postman Desktop|7.39|||||"],
  ["AppwriteNodeJSSDK/12.0.1 (Linux; x64)", "LIN|GNU/Linux||||||||desktop||"],
  ["AppwriteNodeJSSDK/27.1.0 (linux; x64; 5.15.0)", "LIN|GNU/Linux||||||||desktop||"],
  ["AppwritePythonSDK/6.0.0 (Linux-5.15; x86_64)", "LIN|GNU/Linux||||||||desktop||"],
  ["AppwriteDenoSDK/11.0.0 (linux; x86_64)", "LIN|GNU/Linux||||||||desktop||"],
  ["AppwriteCLI/6.2.3 (Linux; x64)", "LIN|GNU/Linux||desktop|cli|Appwrite CLI|6.2.3|||desktop||"],
  ["com.example.app/1.0.0 Android/13", "AND|Android|13|browser|AN|Android Browser||WebKit||||"],
  [
    "com.example.app/1.0.0 iPhone14,2 iOS/17.0",
    "IOS|iOS|17.0|browser|MF|Mobile Safari||WebKit||phablet|Apple|iPhone 13 Pro",
  ],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "|||||||||||"],
  ["", "|||||||||||"],
  ["xyz", "|||||||||||"],
  [
    "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/6.0 TV Safari/538.1",
    "TIZ|Tizen|6.0|browser|TZ|Tizen Browser|6.0|Blink||tv||",
  ],
  [
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "COS|Chrome OS|14541.0|browser|CH|Chrome|126.0|Blink|126.0.0.0|desktop||",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15",
    "MAC|Mac|10.15|browser|SF|Safari|17.1|WebKit|605.1.15|desktop|Apple|",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
    "WIN|Windows|10|browser|CH|Chrome|120.0|Blink|120.0.0.0|desktop||",
  ],
]

describe("detectDevice", () => {
  it.each(RECORDED)("recognises %j", async (userAgent, expected) => {
    const device = await detectDevice(userAgent)
    expect(
      [
        device.osCode,
        device.osName,
        device.osVersion,
        device.clientType,
        device.clientCode,
        device.clientName,
        device.clientVersion,
        device.clientEngine,
        device.clientEngineVersion,
        device.deviceName,
        device.deviceBrand,
        device.deviceModel,
      ].join("|"),
    ).toBe(expected)
  })

  it.each([
    ["AppwriteCLI", ""],
    ["AppwriteCLI/8.1.0", "8.1.0"],
    ["AppwriteCLI/8/1 (Darwin; arm64)", "8"],
    ["curl/8.5.0 AppwriteCLI/9.0.0", "8.5.0"],
    ["something AppwriteCLI/9.0.0", ""],
  ])("takes %j for the Appwrite CLI, version %j", async (userAgent, clientVersion) => {
    expect(await detectDevice(userAgent)).toMatchObject({
      clientType: "desktop",
      clientCode: "cli",
      clientName: "Appwrite CLI",
      clientVersion,
      clientEngine: "",
    })
  })

  it("answers the same when it is asked again", async () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
    const first = await detectDevice(userAgent)
    for (let version = 0; version < 300; version++) await detectDevice(`curl/8.${version}`)
    expect(await detectDevice(userAgent)).toEqual(first)
  })

  it("has a text in every field, whatever it is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (userAgent) => {
        const device = await detectDevice(userAgent)
        expect(Object.keys(device)).toEqual(Object.keys(unknownDevice))
        expect(Object.values(device).every((value) => typeof value === "string")).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

it("of a user agent that is longer than any program's only the beginning is looked at", async () => {
  const long = "AppwriteCLI/1.0".padEnd(1024, "x")
  expect(await detectDevice(`${long} (Linux; Android 9)`)).toEqual(await detectDevice(long))
  expect(await detectDevice(`${"x".repeat(1024)} AppwriteCLI`)).toMatchObject({ clientName: "" })
})
