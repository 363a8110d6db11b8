import { isEmpty } from "../php/empty.ts"
import type { Address } from "./address.ts"

/** How a provider looks at the part before the `@`. */
type LocalRule = (local: string) => string

interface Provider {
  /** The domain that stands for all of them. */
  readonly domain: string
  readonly aliases: readonly string[]
  readonly local: LocalRule
  /** Whether a local part that PHP takes for empty, as `""` or `0`, has no canonical form. */
  readonly refusesEmpty: boolean
}

/** A `+` in first place begins no tag, and then a second one does neither. */
const withoutTag: LocalRule = (local) => {
  const plus = local.indexOf("+")
  return plus > 0 ? local.slice(0, plus) : local
}

const withoutTagAndDots: LocalRule = (local) => withoutTag(local).replaceAll(".", "")

const withoutLastHyphen: LocalRule = (local) => {
  const hyphen = local.lastIndexOf("-")
  return hyphen === -1 ? local : local.slice(0, hyphen)
}

const asItIs: LocalRule = (local) => local

const domains = (name: string, endings: string): string[] =>
  endings.split(" ").map((ending) => `${name}.${ending}`)

const MICROSOFT_ENDINGS =
  "com at be cl co.il co.nz co.th co.uk com.ar com.au com.br com.gr com.pe com.tr com.vn cz de dk es fr hu id ie in it " +
  "jp kr lv my ph pt sa sg sk"

/** Appwrite 1.9: the providers whose ways of writing the same mailbox the server knows. */
const PROVIDERS: readonly Provider[] = [
  { domain: "gmail.com", aliases: ["googlemail.com"], local: withoutTagAndDots, refusesEmpty: true },
  {
    domain: "outlook.com",
    aliases: [
      ...domains("outlook", MICROSOFT_ENDINGS),
      ...domains("hotmail", `${MICROSOFT_ENDINGS} ca com.mx`),
      ...domains("live", "com be co.uk com.ar com.mx de es eu fr it nl"),
      "msn.com",
      "passport.com",
    ],
    local: withoutTag,
    refusesEmpty: true,
  },
  {
    domain: "yahoo.com",
    aliases: [...domains("yahoo", "co.uk ca de fr in it"), "ymail.com", "rocketmail.com"],
    local: withoutLastHyphen,
    refusesEmpty: true,
  },
  { domain: "icloud.com", aliases: ["me.com", "mac.com"], local: withoutTag, refusesEmpty: true },
  { domain: "protonmail.com", aliases: ["proton.me", "pm.me"], local: asItIs, refusesEmpty: false },
  { domain: "fastmail.com", aliases: ["fastmail.fm"], local: asItIs, refusesEmpty: false },
  { domain: "walla.co.il", aliases: ["walla.com"], local: asItIs, refusesEmpty: false },
]

const providers: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.flatMap((provider) => [provider.domain, ...provider.aliases].map((domain) => [domain, provider])),
)

/**
 * The address that stands for all that reach the same mailbox, as far as Appwrite 1.9 knows the provider; any other
 * address stands for itself.
 * @returns `null` if nothing is left before the `@`: `-tag@yahoo.com`.
 */
export function canonicalAddress({ local, domain }: Address): Address | null {
  const provider = providers.get(domain)
  if (provider === undefined) return { local, domain }
  const canonical = provider.local(local)
  return provider.refusesEmpty && isEmpty(canonical) ? null : { local: canonical, domain: provider.domain }
}
