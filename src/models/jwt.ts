import { text } from "./members.ts"
import { model } from "./model.ts"

/** Appwrite 1.9: JWT. */
export const jwt = model<{ readonly jwt: string }>("jwt", { jwt: text })
