const PROTOTYPES = { Object: Object.prototype, Array: Array.prototype, Function: Function.prototype } as const

/** What these have of their own before anything is sent. */
const OWN = new Map(
  Object.values(PROTOTYPES).map((prototype) => [prototype, Reflect.ownKeys(prototype).length]),
)

/** Whether somebody got at what all objects have in common, in words. */
export function pollution(): string[] {
  return Object.entries(PROTOTYPES).flatMap(([name, prototype]) => {
    const keys = Reflect.ownKeys(prototype)
    return keys.length === OWN.get(prototype) ? [] : [`${name}.prototype has ${keys.map(String).join(", ")}`]
  })
}
