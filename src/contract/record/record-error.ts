import { counted } from "../../counted.ts"
import type { Inventory } from "../real-project/inventory.ts"

/** The project holds users or teams: nothing was sent but questions. */
export class NotEmptyError extends Error {
  override readonly name = "NotEmptyError"

  constructor({ users, teams }: Pick<Inventory, "users" | "teams">) {
    super(
      `The project is not empty: it has ${counted(users, "user")} and ${counted(teams, "team")}. ` +
        "Recordings are made in a project that nobody else uses. To use this one all the same, without touching " +
        "what is there, allow it: --allow-non-empty.",
    )
  }
}

/** A scenario saw what others had in the project, so that its recording was thrown away. */
export class UnfitRecordingError extends Error {
  override readonly name = "UnfitRecordingError"

  constructor(where: string) {
    super(`Not kept: ${where} that this run did not make.`)
  }
}
