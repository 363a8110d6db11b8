/** A part of README.md that a command writes: what stands between its two marks. */
export interface ReadmeSection {
  readonly name: string
  /** What makes it. */
  readonly command: string
}

const marksOf = ({ name, command }: ReadmeSection) => ({
  begin: `<!-- ${name}: made by ${command} -->`,
  end: `<!-- ${name} end -->`,
})

/** Where a section begins and ends in a text, its marks left out. */
function placeOf(readme: string, section: ReadmeSection): { from: number; to: number } {
  const { begin, end } = marksOf(section)
  const from = readme.indexOf(begin) + begin.length
  const to = readme.indexOf(end, from)
  if (from < begin.length || to < 0) {
    throw new Error(`README.md has no place for ${section.name}: ${begin} … ${end}`)
  }
  return { from, to }
}

/**
 * What stands in a section of a text.
 * @throws Error if the text has no such section.
 */
export function sectionIn(readme: string, section: ReadmeSection): string {
  const { from, to } = placeOf(readme, section)
  return readme.slice(from, to).trim()
}

/**
 * A text with another section in it.
 * @throws Error if it has no such section.
 */
export function withSection(readme: string, section: ReadmeSection, content: string): string {
  const { from, to } = placeOf(readme, section)
  return `${readme.slice(0, from)}\n\n${content}\n\n${readme.slice(to)}`
}
