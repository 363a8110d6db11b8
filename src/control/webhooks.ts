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
    // What it is will be checked where it is made.
    const options = { ...readObject(await context.req.text()), project: id } as WebhookOptions
    return context.json(webhooks.create(options), 201)
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
