import { toText } from "../php/coercion.ts"
import { type PhpArray, phpGet } from "../php/value.ts"
import type { Project } from "../project/project.ts"
import type { User } from "../project/records/user.ts"

/**
 * Appwrite 1.9: whom an impersonator wants to be: by ID, email or phone, the first that is there; said in a header or,
 * where that is missing, in a parameter, small letters first.
 * @param sent in query or body.
 */
export function wantedUser(
  { database: { users } }: Project,
  headers: Headers,
  sent: PhpArray,
): User | undefined {
  const said = (header: string, name: string): string =>
    headers.get(header) ?? (parameter(sent, name.toLowerCase()) || parameter(sent, name))
  const id = said("x-appwrite-impersonate-user-id", "impersonateUserId")
  const email = said("x-appwrite-impersonate-user-email", "impersonateEmail")
  const phone = said("x-appwrite-impersonate-user-phone", "impersonatePhone")
  if (id !== "") return users.find("$id", id)
  if (email !== "") return users.find("email", email.toLowerCase())
  return phone === "" ? undefined : users.find("phone", phone)
}

function parameter(sent: PhpArray, name: string): string {
  return toText(phpGet(sent, name) ?? "") ?? ""
}
