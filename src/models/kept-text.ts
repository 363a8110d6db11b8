import { recentValues } from "../recent-values.ts"
import type { Model, View } from "./model.ts"

interface KeptText extends View {
  readonly text: string
}

/**
 * A model that keeps the text of each record that it wrote, of those that were read lately: who reads a list again gets
 * the records again that did not change in between. Only for records that never change in place.
 */
export function keepingText<T extends object>(model: Model<T>): Model<T> {
  const texts = recentValues<T, KeptText>()
  return {
    ...model,
    write(record, { format, showsSecrets }) {
      const kept = texts.get(record)
      if (kept?.format === format && kept.showsSecrets === showsSecrets) return kept.text
      const text = model.write(record, { format, showsSecrets })
      // Asked for its length, the engine turns a text that was put together from many into one: faster to send, and
      // smaller to keep.
      Buffer.byteLength(text)
      texts.set(record, { format, showsSecrets, text })
      return text
    },
  }
}
