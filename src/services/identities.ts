/** Appwrite 1.9: what lists of identities can be filtered and ordered by. */
export const identityAttributes = {
  userId: "string",
  provider: "string",
  providerUid: "string",
  providerEmail: "string",
  providerAccessTokenExpiry: "datetime",
} as const
