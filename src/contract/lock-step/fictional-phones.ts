/** What phone numbers of walks contain; nobody has them, but users of tests might. */
export const fictionalPhones = ["55501", "+447700900"]

export function isFictionalPhone(phone: string): boolean {
  return fictionalPhones.some((text) => phone.includes(text))
}
