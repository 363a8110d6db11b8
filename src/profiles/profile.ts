/** What differs between Appwrite versions, as data: rules ask the profile, never a version number. */
export interface Profile {
  /** The version that the server names in its answers. */
  readonly version: string
}
