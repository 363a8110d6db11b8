import { existsSync } from "node:fs"
import { expect } from "vitest"
import { checkBlocks } from "./check-blocks.ts"

checkBlocks("architecture", {
  async "way of a request"(code) {
    const folders = code.match(/\b\w+\/(?=\s|$)/g) ?? []
    const missing = folders.filter((name) => !existsSync(new URL(`../../src/${name}`, import.meta.url)))
    expect(folders).not.toHaveLength(0)
    expect(missing).toEqual([])
  },
})
