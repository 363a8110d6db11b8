import { writeFileSync } from "node:fs"
import { seedSchema } from "../seed/seed-schema.ts"

writeFileSync("dist/seed.schema.json", `${JSON.stringify(seedSchema(), undefined, 2)}\n`)
