import { asSecret } from "../../validators/as-secret.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { customId } from "../../validators/id.ts"
import { orNull } from "../../validators/or-null.ts"
import { nullable, optional, required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { unlimitedText } from "../../validators/unlimited-text.ts"

/** Appwrite 1.9: what comes first of the parameters of every provider. */
export const naming = { providerId: required(customId()), name: required(text(128)) } as const

/** What comes last. */
export const activation = { enabled: nullable(orNull(strictBoolean), null) } as const

/** What a provider asks its clients for: a key, a user name, … */
export const credential = optional(asSecret(unlimitedText), "")
