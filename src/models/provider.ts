import type { Provider } from "../project/records/provider.ts"
import { anything, date, flag, text } from "./members.ts"
import { listModel, model } from "./model.ts"

/** Appwrite 1.9: Provider. */
export const provider = model<Provider>("provider", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  provider: text,
  enabled: flag,
  type: text,
  credentials: anything,
  options: anything,
})

/** Appwrite 1.9: ProviderList. */
export const providerList = listModel("providers", provider)
