/** What a version does about audit logs. */
export interface LogRules {
  /** Whether what API keys do is written down. */
  readonly noteKeys: boolean
  /** Entries that are listed where nobody asks for a number. */
  readonly defaultLimit: number
  /** How exactly the time of an entry is told, in milliseconds. */
  readonly timeUnit: number
  /** What the list of a user's entries says of the mode in which a request was sent. */
  readonly modeOfUsers: string
}
