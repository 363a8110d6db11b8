import { isPhpArray, phpValues } from "../php/value.ts"
import type { PlainSample } from "./sample.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

/**
 * Appwrite 1.9: a list of values that another validator accepts. Of a JSON object the values are taken. The items are
 * checked before they are counted.
 * @param max how many values at most.
 * @param itemMessage what the other validator says of a value that it refuses.
 * @param item what the other validator accepts.
 */
export function arrayList(
  accepts: (text: string) => boolean,
  max: number,
  itemMessage: string,
  item: PlainSample,
): Validator<string[]> {
  const refusal = new Refusal(`Value must a valid array no longer than ${max} items and ${itemMessage}`)
  return {
    sample: { kind: "list", item, max },
    check(value): Checked<string[]> {
      if (!isPhpArray(value)) return refusal
      const items: string[] = []
      for (const item of phpValues(value)) {
        if (typeof item !== "string" || !accepts(item)) return refusal
        items.push(item)
      }
      return items.length > max ? refusal : items
    },
  }
}

const LABEL = /^[0-9A-Za-z]{1,36}$/
const LABEL_CHARACTERS = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].join(", ")

/** Appwrite 1.9: at most 1000 labels of 1 to 36 letters and digits each. */
export function labels(): Validator<string[]> {
  return arrayList(
    (text) => LABEL.test(text),
    1000,
    `Value must be a valid string and at least 1 chars and no longer than 36 chars and only consist of '${LABEL_CHARACTERS}' chars`,
    { kind: "text", min: 1, max: 36, pattern: LABEL },
  )
}
