import { integer, text } from "./members.ts"
import { model } from "./model.ts"

/** Appwrite 1.9: HealthStatus. */
export const healthStatus = model<{ readonly name: string; readonly ping: number; readonly status: string }>(
  "healthStatus",
  { name: text, ping: integer, status: text },
)

/** Appwrite 1.9: HealthVersion. */
export const healthVersion = model<{ readonly version: string }>("healthVersion", { version: text })
