/** Appwrite 1.9: the form of a project's ID. */
const PROJECT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,35}$/

/** Appwrite 1.9: the ID of the server's own project, which is meant also where none is named. */
export const CONSOLE = "console"

export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text)
}
