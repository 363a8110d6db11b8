import type { MockPhone } from "../project/settings.ts"
import { formatDatabaseDate, text } from "./members.ts"
import { listModel, type Member, type Model, model } from "./model.ts"

/** Mock numbers lie in the project's settings, where nothing brings their dates into the form of answers. */
const databaseDate: Member<number> = {
  shape: { kind: "text" },
  write: (value) => `"${formatDatabaseDate(value)}"`,
}

const current = model<MockPhone>("mockNumber", {
  number: text,
  otp: text,
  $createdAt: databaseDate,
  $updatedAt: databaseDate,
})

const before192 = model<{ readonly otp: string; readonly phone: string }>("mockNumber", {
  otp: text,
  phone: text,
})

/** Appwrite 1.9: MockNumber. Clients older than 1.9.2 know the number as `phone`, and no dates. */
export const mockPhone: Model<MockPhone> = {
  name: current.name,
  shape: current.shape,
  write: (mock, view) =>
    view.format.isBelow("1.9.2")
      ? before192.write({ otp: mock.otp, phone: mock.number }, view)
      : current.write(mock, view),
}

/** Appwrite 1.9: MockNumberList. */
export const mockPhoneList = listModel("mockNumbers", mockPhone)
