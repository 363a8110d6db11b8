import { PROVIDER_NAMES } from "../services/messaging/kinds.ts"
import { naming } from "../services/messaging/provider-parameters.ts"
import { strictBoolean } from "../validators/boolean.ts"
import { customId } from "../validators/id.ts"
import { exactWhiteList } from "../validators/white-list.ts"
import { settingsOfProvider } from "./plain-shapes.ts"
import { member, object } from "./shapes/object.ts"
import type { Read } from "./shapes/shape.ts"
import { value } from "./shapes/value.ts"

/** A service that delivers messages. */
export const providerShape = object(
  {
    name: member(value(naming.name.validator), "Name."),
    provider: member(value(exactWhiteList(PROVIDER_NAMES)), "Which service it is."),
  },
  {
    $id: member(value(customId()), "ID; by default a unique one."),
    enabled: member(value(strictBoolean), "Whether it is used, which takes all it needs; by default false."),
    credentials: member(settingsOfProvider, "Keys and the like."),
    options: member(settingsOfProvider, "Sender and the like."),
  },
)

export type ReadProvider = Read<typeof providerShape>
