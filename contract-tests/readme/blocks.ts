/** A code block of a document, and what the comment above it says it is. */
export interface Block {
  /** The test file that checks it. */
  readonly group: string
  readonly name: string
  /** What it is to the block of the same name that has no part: its output, another file of the same program. */
  readonly part: string | undefined
  readonly code: string
}

/** What a command writes into a document is checked where it is made. */
const GENERATED = /<!-- ([\w-]+): made by .*? -->.*?<!-- \1 end -->/gs
const BLOCK = /^(?:<!-- ([\w-]+): ([\w ]+)(?:, ([\w ]+))? -->\n)?```\w*\n(.*?)^```$/gms

/**
 * All code blocks of a text in Markdown, each below a comment that names its group, the block, and its part.
 * @throws Error for a block without such a comment, as nobody would check it.
 */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.replace(GENERATED, "").matchAll(BLOCK)].map(([whole, group, name, part, code = ""]) => {
    if (group === undefined || name === undefined) {
      throw new Error(
        `Nobody checks this block; say above it which test does, as <!-- group: name -->:\n${whole}`,
      )
    }
    return { group, name, part, code }
  })
}
