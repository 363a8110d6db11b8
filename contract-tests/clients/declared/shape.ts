/** What a client's types say of a value, as far as JSON can show it. */
export type Shape =
  | { readonly kind: "anything" | "text" | "number" | "boolean" | "null" }
  | { readonly kind: "exactly"; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "object"; readonly members: Readonly<Record<string, DeclaredMember>> }
  | { readonly kind: "either"; readonly shapes: readonly Shape[] }

export interface DeclaredMember {
  readonly shape: Shape
  readonly optional: boolean
}

/** A place in an answer that is not as the types promise. */
export interface Mismatch {
  /** `targets.0.providerId`; `""` for the whole answer. */
  readonly place: string
  readonly problem: string
}

/**
 * Where a value is not as its type says. Members that the type does not know are fine, as in TypeScript. JSON has no
 * `undefined`: what may be absent may be `null`.
 */
export function mismatches(value: unknown, shape: Shape, place = ""): readonly Mismatch[] {
  const problem = (expected: string): readonly Mismatch[] => [
    { place, problem: `${JSON.stringify(value) ?? String(value)} is not ${expected}` },
  ]
  switch (shape.kind) {
    case "anything":
      return []
    case "text":
      return typeof value === "string" ? [] : problem("a string")
    case "number":
      return typeof value === "number" || typeof value === "bigint" ? [] : problem("a number")
    case "boolean":
      return typeof value === "boolean" ? [] : problem("a boolean")
    case "null":
      return value === null ? [] : problem("null")
    case "exactly":
      return value === shape.value ? [] : problem(JSON.stringify(shape.value))
    case "list":
      if (!Array.isArray(value)) return problem("a list")
      return value.flatMap((item, index) => mismatches(item, shape.of, within(place, String(index))))
    case "object":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return problem("an object")
      return Object.entries(shape.members).flatMap(([name, member]) => {
        const found: unknown = Reflect.get(value, name)
        if (member.optional && (found === undefined || found === null)) return []
        return mismatches(found, member.shape, within(place, name))
      })
    case "either": {
      const found = shape.shapes.map((one) => mismatches(value, one, place))
      return found.some(({ length }) => length === 0) ? [] : problem("any of what it may be")
    }
  }
}

const within = (place: string, name: string) => (place === "" ? name : `${place}.${name}`)
