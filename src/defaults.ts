/** The project that is there, and the secret of its key, if nobody says otherwise. */
export const DEFAULT_PROJECT = "emulator"
export const DEFAULT_API_KEY = "emulator"
