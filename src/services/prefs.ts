import { serverFault } from "../errors.ts"
import { isPhpArray, type PhpArray, phpGet, phpValues } from "../php/value.ts"
import { keepsWrites } from "../store/transaction.ts"

/*
 * Appwrite 1.9 hands preferences to its database library, which takes what holds an `$id` or a `$collection` for a
 * document, and refuses documents whose `$id` is no text or whose `$permissions` are no array. Nothing of that is
 * expected by the routes: they fail.
 */

const isSet = (prefs: PhpArray, name: string): boolean => (phpGet(prefs, name) ?? null) !== null

/** Whether the database gives them back as a document of their own. */
const isDocument = (prefs: PhpArray): boolean => isSet(prefs, "$id") || isSet(prefs, "$collection")

/** Why no document can be made of them, in the words of the database library; `undefined` if one can. */
export function documentFault(prefs: PhpArray): string | undefined {
  const [id, permissions] = [phpGet(prefs, "$id"), phpGet(prefs, "$permissions")]
  if (id !== undefined && typeof id !== "string") return "$id must be of type string"
  if (permissions !== undefined && !isPhpArray(permissions)) return "$permissions must be of type array"
  return memberFault(prefs)
}

/** Documents are looked for among the members and their members. */
function memberFault(prefs: PhpArray): string | undefined {
  for (const member of phpValues(prefs)) {
    if (!isPhpArray(member)) continue
    const documents = isDocument(member) ? [member] : phpValues(member).filter(isPhpArray).filter(isDocument)
    for (const document of documents) {
      const fault = documentFault(document)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

/**
 * Stores preferences.
 * @param write does it.
 * @returns what the route answers.
 * @throws AppwriteError `general_unknown`, in some cases after they were stored.
 */
export function storePrefs(prefs: PhpArray, write: () => void): PhpArray {
  const refusal = memberFault([prefs])
  if (refusal !== undefined) throw serverFault(refusal)
  write()
  const fault = documentFault(prefs)
  if (fault !== undefined) throw keepsWrites(serverFault(fault))
  return prefs
}

/**
 * Stored preferences, as the routes answer them that show nothing else.
 * @throws AppwriteError `general_unknown`
 */
export function readPrefs(prefs: PhpArray): PhpArray {
  if (isDocument(prefs) || documentFault(prefs) !== undefined)
    throw serverFault("prefs are taken for a document")
  return prefs
}
