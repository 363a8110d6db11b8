import type { Endpoint } from "../../endpoint.ts"
import {
  createMailgunProvider,
  createResendProvider,
  createSendgridProvider,
  createSesProvider,
  createSmtpProvider,
} from "./create-email-providers.ts"
import { createApnsProvider, createFcmProvider } from "./create-push-providers.ts"
import {
  createMsg91Provider,
  createTelesignProvider,
  createTextmagicProvider,
  createTwilioProvider,
  createVonageProvider,
} from "./create-sms-providers.ts"
import { deleteProvider, getProvider, listProviders } from "./providers.ts"

/** The endpoints of what delivers messages. */
export const messagingEndpoints: readonly Endpoint[] = [
  createMailgunProvider,
  createSendgridProvider,
  createSesProvider,
  createResendProvider,
  createSmtpProvider,
  createMsg91Provider,
  createTelesignProvider,
  createTextmagicProvider,
  createTwilioProvider,
  createVonageProvider,
  createFcmProvider,
  createApnsProvider,
  listProviders,
  getProvider,
  deleteProvider,
]
