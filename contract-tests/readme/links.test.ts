import { existsSync } from "node:fs"
import { posix } from "node:path"
import { expect, test } from "vitest"
import { DOCUMENTS } from "./documents.ts"

/** How a heading is called in an address, as GitHub and npm have it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")

const withoutCode = (text: string) => text.replace(/^```.*?^```$/gms, "")

const anchors = new Map(
  DOCUMENTS.map(({ path, text }) => {
    const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading)
    return [path, headings.map(anchorOf)]
  }),
)

test.each(DOCUMENTS)("every link of $path leads to what is there", ({ path, text }) => {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link)
  const broken = links.filter((link) => {
    if (/^https?:/.test(link)) return false
    const [file = "", anchor] = link.split("#")
    const target = file === "" ? path : posix.join(posix.dirname(path), file)
    if (!existsSync(new URL(`../../${target}`, import.meta.url))) return true
    return anchor !== undefined && !anchors.get(target)?.includes(anchor)
  })
  expect(links).not.toEqual([])
  expect(broken).toEqual([])
})
