import type { Identity } from "../../project/records/identity.ts"
import { randomHex } from "../../store/randomness.ts"
import type { World } from "../../world.ts"

const TOKEN_LENGTH = 64
const TOKEN_LIFETIME = 3_600_000

/** What an OAuth2 provider hands out at a login, and again when it is asked for new ones. */
export type ProviderTokens = Pick<
  Identity,
  "providerAccessToken" | "providerAccessTokenExpiry" | "providerRefreshToken"
>

export function newProviderTokens({
  randomness,
  clock,
}: Pick<World, "randomness" | "clock">): ProviderTokens {
  return {
    providerAccessToken: randomHex(randomness, TOKEN_LENGTH),
    providerAccessTokenExpiry: clock.now() + TOKEN_LIFETIME,
    providerRefreshToken: randomHex(randomness, TOKEN_LENGTH),
  }
}
