/** The names of a class's methods. */
export function methodsOf(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor")
}

/** The same service, which tells of each method that is called. */
export function watched<Service extends object>(service: Service, onCall: (method: string) => void): Service {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== "function") return value
      return (...args: unknown[]) => {
        onCall(String(name))
        return Reflect.apply(value, target, args)
      }
    },
  })
}
