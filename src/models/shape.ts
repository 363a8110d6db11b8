/** A member of a model's shape. */
export interface MemberShape {
  readonly shape: Shape
  /** The version of Appwrite that brought it. */
  readonly since: string | undefined
}

/** The shape of a whole answer. */
export type ModelShape =
  | { readonly kind: "model"; readonly name: string; readonly members: Readonly<Record<string, MemberShape>> }
  /** An object whose members depend on what it is about. */
  | { readonly kind: "object" }
  /** Text that is no JSON. */
  | { readonly kind: "plainText" }

/** What an answer holds in one place, as plain data: documents and checks of answers are made of it. */
export type Shape =
  | ModelShape
  /** `""` where there is none; the same goes for dates. */
  | { readonly kind: "text" | "date" }
  | { readonly kind: "flag" | "integer" | "anything" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "orNull"; readonly of: Shape }
