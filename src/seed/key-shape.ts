import { keyParameters } from "../services/project/key-parameters.ts"
import { customId } from "../validators/id.ts"
import { text } from "../validators/text.ts"
import { date } from "./plain-shapes.ts"
import { member, object } from "./shapes/object.ts"
import type { Read } from "./shapes/shape.ts"
import { value, valueAs } from "./shapes/value.ts"

/** An API key. */
export const keyShape = object(
  { name: member(value(keyParameters.name.validator), "Name.") },
  {
    $id: member(value(customId()), "ID; by default a unique one."),
    secret: member(value(text(512)), "What clients send; by default a new one, which is told at planting."),
    scopes: member(
      valueAs<readonly string[], string[]>(keyParameters.scopes.validator),
      "What it may do; by default everything.",
    ),
    expire: member(date, "By default never."),
  },
)

export type ReadKey = Read<typeof keyShape>
