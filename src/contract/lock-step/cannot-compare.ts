/** Why nothing can be said: the server is not there, refuses the key, is too slow, or is not to be touched. */
export class CannotCompare extends Error {
  override readonly name = "CannotCompare"
}
