import { serverFault } from "../errors.ts"
import { isPhpArray, type PhpArray, phpGet } from "../php/value.ts"
import { keepsWrites } from "../store/transaction.ts"

/*
 * Appwrite 1.9 hands preferences to its database library, which takes what holds an `$id` or a `$collection` for a
 * document, and refuses documents whose `$id` is no text or whose `$permissions` are no array. Nothing of that is
 * expected by the routes: they fail.
 */

const isSet = (prefs: PhpArray, name: string): boolean => (phpGet(prefs, name) ?? null) !== null

/** Whether the database gives them back as a document of their own. */
const isDocument = (prefs: PhpArray): boolean => isSet(prefs, "$id") || isSet(prefs, "$collection")

/** Whether no document can be made of them. */
function isRefused(prefs: PhpArray): boolean {
  const [id, permissions] = [phpGet(prefs, "$id"), phpGet(prefs, "$permissions")]
  return (
    (id !== undefined && typeof id !== "string") || (permissions !== undefined && !isPhpArray(permissions))
  )
}

/**
 * Stores preferences.
 * @param write does it.
 * @returns what the route answers.
 * @throws AppwriteError `general_unknown`, in some cases after they were stored.
 */
export function storePrefs(prefs: PhpArray, write: () => void): PhpArray {
  const refused = isRefused(prefs)
  if (refused && isDocument(prefs)) throw serverFault("prefs are no good document")
  write()
  if (refused) throw keepsWrites(serverFault("stored prefs are no good document"))
  return prefs
}

/**
 * Stored preferences, as the routes answer them that show nothing else.
 * @throws AppwriteError `general_unknown`
 */
export function readPrefs(prefs: PhpArray): PhpArray {
  if (isDocument(prefs) || isRefused(prefs)) throw serverFault("prefs are taken for a document")
  return prefs
}
