import type { Context } from "hono"
import type { Webhook, WebhookOptions } from "../webhooks/webhook.ts"
import { type Control, type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

/** Makes, lists and deletes the webhooks of a project, and tells what was delivered. */
export const webhookRoutes: ControlRoutes = (app, control) => {
  const { webhooks } = control.emulator
  const path = "/projects/:projectId/webhooks"
  app.get(path, (context) => {
    const { id } = knownProject(control, param(context, "projectId"))
    return context.json({ webhooks: webhooks.list(id) })
  })
  app.post(path, async (context) => {
    const { id } = knownProject(control, param(context, "projectId"))
    return context.json(webhooks.create(readOptions(id, readObject(await context.req.text()))), 201)
  })
  app.delete(`${path}/:webhookId`, (context) => {
    webhooks.delete(knownWebhook(control, context).id)
    return context.body(null, 204)
  })
  app.get(`${path}/:webhookId/deliveries`, (context) =>
    context.json({ deliveries: webhooks.deliveries(knownWebhook(control, context).id) }),
  )
}

function param(context: Context, name: string): string {
  return context.req.param(name) ?? ""
}

/** @throws ControlError 404 */
function knownWebhook(control: Control, context: Context): Webhook {
  const project = knownProject(control, param(context, "projectId"))
  const id = param(context, "webhookId")
  const webhook = control.emulator.webhooks.get(id)
  if (webhook?.project !== project.id) throw new ControlError(404, `There is no webhook "${id}".`)
  return webhook
}

/** @throws ControlError 400 */
function readOptions(project: string, body: Readonly<Record<string, unknown>>): WebhookOptions {
  const { name, url, events, security, httpUser, httpPass, enabled, signatureKey, retryDelays } = body
  return {
    project,
    name: text("name", name),
    url: text("url", url),
    events: list("events", events, (one) => text("events", one)),
    ...(security !== undefined && { security: flag("security", security) }),
    ...(httpUser !== undefined && { httpUser: text("httpUser", httpUser) }),
    ...(httpPass !== undefined && { httpPass: text("httpPass", httpPass) }),
    ...(enabled !== undefined && { enabled: flag("enabled", enabled) }),
    ...(signatureKey !== undefined && { signatureKey: text("signatureKey", signatureKey) }),
    ...(retryDelays !== undefined && { retryDelays: list("retryDelays", retryDelays, milliseconds) }),
  }
}

function text(name: string, value: unknown): string {
  if (typeof value !== "string") throw new ControlError(400, `${name}: expected a string.`)
  return value
}

function flag(name: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw new ControlError(400, `${name}: expected true or false.`)
  return value
}

function list<T>(name: string, value: unknown, read: (one: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new ControlError(400, `${name}: expected an array.`)
  return value.map(read)
}

function milliseconds(value: unknown): number {
  if (typeof value === "number" && value >= 0) return value
  throw new ControlError(400, "retryDelays: expected milliseconds.")
}
