import providers from "email-providers"
import mailchecker from "mailchecker"
import { expect, it } from "vitest"
import { listCorrections } from "./list-corrections.ts"

it("corrects only what the lists of the packages get wrong", () => {
  const free = new Set(providers)
  const disposable = mailchecker.blacklist()
  const needless = [...listCorrections].filter(
    ([domain, domainClass]) =>
      domainClass === (disposable.has(domain) ? "disposable" : free.has(domain) ? "free" : "corporate"),
  )
  expect(listCorrections.size).toBeGreaterThan(0)
  expect(needless).toEqual([])
})
