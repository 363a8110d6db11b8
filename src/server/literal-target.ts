/** Whether a path has anything of that; most have none. */
const IS_SUSPECT = /\/(?:\.|%2e)|\\/i
/** Segments that are one or two dots, however they are written. */
const DOT_SEGMENT = /(?<=\/)(?:\.|%2e){1,2}(?=\/|$)/gi
const DOT = /\.|%2e/gi

/**
 * A request's target that a URL leaves as it was sent. Of `/v1/users/..` and `/v1/users/%2e%2e` a URL would make `/v1/`,
 * and slashes of `\`. Appwrite 1.9 takes a path literally: a segment of dots is a value like any other, and an invalid one.
 */
export function literalTarget(target: string): string {
  if (!IS_SUSPECT.test(target)) return target
  const query = target.indexOf("?")
  const path = query === -1 ? target : target.slice(0, query)
  const literal = path
    .replaceAll("\\", "%5C")
    .replace(DOT_SEGMENT, (segment) => segment.replace(DOT, "%252e"))
  return query === -1 ? literal : literal + target.slice(query)
}
