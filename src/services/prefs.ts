import { serverFault } from "../errors.ts"
import { isPhpArray, type PhpArray, phpGet, phpValues } from "../php/value.ts"
import type { Rules } from "../profiles/rules.ts"
import type { Project } from "../project/project.ts"
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
export function documentFault(prefs: PhpArray, rules: Rules): string | undefined {
  const [id, permissions] = [phpGet(prefs, "$id"), phpGet(prefs, "$permissions")]
  if (rules.documentIdsAreTexts && id !== undefined && typeof id !== "string")
    return "$id must be of type string"
  if (permissions !== undefined && !isPhpArray(permissions)) return "$permissions must be of type array"
  return memberFault(prefs, rules)
}

/** Documents are looked for among the members and their members. */
function memberFault(prefs: PhpArray, rules: Rules): string | undefined {
  for (const member of phpValues(prefs)) {
    if (!isPhpArray(member)) continue
    const documents = isDocument(member) ? [member] : phpValues(member).filter(isPhpArray).filter(isDocument)
    for (const document of documents) {
      const fault = documentFault(document, rules)
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
export function storePrefs({ rules }: Project, prefs: PhpArray, write: () => void): PhpArray {
  const refusal = memberFault([prefs], rules)
  if (refusal !== undefined) throw serverFault(refusal)
  write()
  const fault = documentFault(prefs, rules)
  if (fault !== undefined) throw keepsWrites(serverFault(fault))
  return prefs
}

/**
 * Stored preferences, as the routes answer them that show nothing else.
 * @throws AppwriteError `general_unknown`
 */
export function readPrefs({ rules }: Project, prefs: PhpArray): PhpArray {
  if (isDocument(prefs) || documentFault(prefs, rules) !== undefined)
    throw serverFault("prefs are taken for a document")
  return prefs
}
