import { describe, expect, test } from "vitest"
import { type Block, blocksOf } from "./blocks.ts"
import { DOCUMENTS } from "./documents.ts"
import { expectPrinted } from "./expect-printed.ts"

/**
 * Fails if a block does not do what the documents say.
 * @param part the block that is this part of it.
 * @returns what is to be like the part `output`; without one, nothing.
 */
type Check = (code: string, part: (name: string) => string) => Promise<string | undefined> | Promise<void>

const blocks = DOCUMENTS.flatMap(({ text }) => blocksOf(text))

/** The block of README.md or docs/ with this name. */
export function blockOf(group: string, name: string, part?: string): string {
  const isWanted = (block: Block) => block.group === group && block.name === name && block.part === part
  const found = blocks.find(isWanted)
  if (found === undefined)
    throw new Error(`No document has a block ${group}: ${name}${part ? `, ${part}` : ""}`)
  return found.code
}

/**
 * Checks all blocks of a group.
 * @param checks by the names of the blocks.
 */
export function checkBlocks(group: string, checks: Readonly<Record<string, Check>>): void {
  const own = blocks.filter((block) => block.group === group)

  describe(`documents, ${group}`, () => {
    test("each block has a check", () => {
      expect([...new Set(own.map(({ name }) => name))].toSorted()).toEqual(Object.keys(checks).toSorted())
    })

    test.each(Object.entries(checks))("%s", async (name, check) => {
      const unused = new Set(own.flatMap((block) => (block.name === name ? (block.part ?? []) : [])))
      const part = (wanted: string) => {
        unused.delete(wanted)
        return blockOf(group, name, wanted)
      }
      const printed = await check(blockOf(group, name), part)
      if (printed !== undefined) expectPrinted(printed, part("output"))
      expect([...unused], "parts that nothing looks at").toEqual([])
    })
  })
}
