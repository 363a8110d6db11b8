import { arrayList } from "../../validators/array-list.ts"
import { dateTime } from "../../validators/date-time.ts"
import { orNull } from "../../validators/or-null.ts"
import { nullable, required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { KEY_SCOPES } from "./key-scopes.ts"

const known: ReadonlySet<string> = new Set(KEY_SCOPES)

/** Appwrite 1.9: what an API key is made of, besides its ID. */
export const keyParameters = {
  name: required(text(128)),
  scopes: required(
    arrayList((scope) => known.has(scope), 100, `Value must be one of (${KEY_SCOPES.join(", ")})`, {
      kind: "word",
      words: KEY_SCOPES,
      anyCase: false,
    }),
  ),
  expire: nullable(orNull(dateTime), null),
} as const
