import type { Attributes } from "../queries/attributes.ts"

/** What is neither a list nor made of other samples. */
export type PlainSample =
  /** An ID; `isNew`: also `unique()`. */
  | { readonly kind: "id"; readonly max: number; readonly isNew: boolean }
  /** Text by length in characters; `pattern`: what it is made of besides. */
  | { readonly kind: "text"; readonly min: number; readonly max: number; readonly pattern?: RegExp }
  /** `mayBeEmpty`: `""` passes, too. */
  | { readonly kind: "email" | "phone"; readonly mayBeEmpty: boolean }
  /** Text by length in bytes. */
  | { readonly kind: "password"; readonly min: number; readonly max: number; readonly mayBeEmpty: boolean }
  /** `isLoose`: also the texts and numbers that look like one. */
  | { readonly kind: "boolean"; readonly isLoose: boolean }
  /** `takesText`: also as decimal text. */
  | { readonly kind: "integer"; readonly min: number; readonly max: number; readonly takesText: boolean }
  /** `anyCase`: whatever the case of the letters. */
  | { readonly kind: "word"; readonly words: readonly string[]; readonly anyCase: boolean }
  /** A JSON object; `maxBytes`: of its JSON text. */
  | { readonly kind: "object"; readonly maxBytes: number }
  | { readonly kind: "json" | "date" | "redirectUrl" }

/**
 * What a validator accepts, as plain data: values that pass, values at the bounds and values that are refused can be
 * made of it. It tells the form; rules that depend on the project (policies, the dictionary) are not in it.
 */
export type Sample =
  | PlainSample
  /** `max`: how many items. */
  | { readonly kind: "list"; readonly item: PlainSample; readonly max: number }
  /** Queries of a list; without attributes only limit and offset. */
  | { readonly kind: "queries"; readonly attributes: Attributes | undefined }
  | { readonly kind: "orNull"; readonly of: Sample }
