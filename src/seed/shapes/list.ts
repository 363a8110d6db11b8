import type { Shape } from "./shape.ts"

/** A list of things of one shape. What is refused of them is left out. */
export function list<In, Out>(item: Shape<In, Out>): Shape<readonly In[], readonly Out[]> {
  return {
    read(written, reading) {
      if (!Array.isArray(written)) {
        reading.refuse("Expected a list")
        return undefined
      }
      const items: Out[] = []
      written.forEach((one: unknown, index) => {
        const read = reading.at(index, () => item.read(one, reading))
        if (read !== undefined) items.push(read)
      })
      return items
    },
    schema: () => ({ type: "array", items: item.schema() }),
  }
}
