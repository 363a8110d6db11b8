/** Some values, in the place of which come those that a client sent; `null` was not sent. */
export function sentOf<T extends object>(values: T, sent: { readonly [name in keyof T]: T[name] | null }): T {
  const changed = { ...values }
  for (const name in values) {
    const value = sent[name]
    if (value !== null) changed[name] = value
  }
  return changed
}
