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

/**
 * What stands in a section of a text.
 * @throws Error if the text has no such section.
 */
export function sectionIn(readme: string, section: ReadmeSection): string {
  const { begin, end } = marksOf(section)
  const [, rest] = readme.split(begin, 2)
  if (!rest?.includes(end)) throw new Error(`README.md has no place for ${section.name}: ${begin} … ${end}`)
  return rest.slice(0, rest.indexOf(end)).trim()
}

/**
 * A text with another section in it.
 * @throws Error if it has no such section.
 */
export function withSection(readme: string, section: ReadmeSection, content: string): string {
  const { begin, end } = marksOf(section)
  const old = `${begin}\n\n${sectionIn(readme, section)}\n\n${end}`
  return readme.replace(old, () => `${begin}\n\n${content}\n\n${end}`)
}
