import { seedShape } from "./seed-shape.ts"

/** The JSON Schema of seed files. */
export function seedSchema() {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Seed of appwrite-users-emulator",
    ...seedShape.schema(),
  }
}
