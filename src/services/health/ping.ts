import { endpoint } from "../../endpoint.ts"

/** Appwrite 1.9: GET /v1/ping, for everybody. */
export const ping = endpoint({
  method: "GET",
  path: "/ping",
  scopes: ["public"],
  params: {},
  event: "projects.[projectId].ping",
  model: {
    name: "ping",
    shape: { kind: "plainText" },
    contentType: "text/plain; charset=UTF-8",
    write: () => "Pong!",
  },
  action: () => null,
})
