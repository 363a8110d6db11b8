import { date, secret, text } from "./members.ts"
import { model, since } from "./model.ts"

/** A token as an answer shows it. */
export interface TokenAnswer {
  readonly $id: string
  readonly $createdAt: number
  readonly userId: string
  readonly secret: string
  readonly expire: number
  /** Two words that the mail holds too, if the client asked for them. */
  readonly phrase: string
}

/** Appwrite 1.9: Token. */
export const token = model<TokenAnswer>("token", {
  $id: text,
  $createdAt: date,
  userId: text,
  secret,
  expire: date,
  phrase: since("1.5.0", text),
})
