import { expect, test } from "vitest"
import { sectionIn, withSection } from "./readme-section.ts"

const section = { name: "figures", command: "npm run figures" }
const [begin, end] = ["<!-- figures: made by npm run figures -->", "<!-- figures end -->"]

test.each([`a\n${begin}\n\n${end}\nz`, `a\n${begin}\n\nold $& one\n\n${end}\nz`])(
  "is replaced, and found: %j",
  (readme) => {
    const written = withSection(readme, section, "new $& one")
    expect(written).toBe(`a\n${begin}\n\nnew $& one\n\n${end}\nz`)
    expect(sectionIn(written, section)).toBe("new $& one")
  },
)

test.each(["", begin, `${end}\n${begin}`])("is missed: %j", (readme) => {
  expect(() => withSection(readme, section, "new")).toThrow("no place for figures")
})
