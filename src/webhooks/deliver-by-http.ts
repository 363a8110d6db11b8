import type { Deliver } from "./webhook-request.ts"

/** Sends a webhook's request. Its headers are no others than those of the request, and `Host`. */
export const deliverByHttp: Deliver = async ({ url, headers, body, security }, signal) => {
  const { request } = await (url.startsWith("https:") ? import("node:https") : import("node:http"))
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      // A name beyond ASCII goes out as its bytes.
      { method: "POST", headers: asBytes(headers), signal, rejectUnauthorized: security, agent: false },
      (response) => {
        response.on("error", reject)
        response.on("end", () => resolve(response.statusCode ?? 0))
        response.resume()
      },
    )
    sent.on("error", reject)
    sent.end(body)
  })
}

function asBytes(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString("latin1")]),
  )
}
