import type { Validator } from "./validator.ts"

/** One parameter of an endpoint. */
export type Parameter<T> =
  | { readonly kind: "required"; readonly validator: Validator<T> }
  | {
      readonly kind: "optional"
      readonly validator: Validator<T>
      /** What the action gets if the client sent nothing; it is not validated. */
      readonly default: T
      /** Whether `null` reaches the action; if not, it makes the real server fail. */
      readonly nullable: boolean
    }

/** The parameters of an endpoint, in the order in which they are checked. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>

/** What an action gets for its parameters. */
export type Values<P extends Parameters> = {
  readonly [name in keyof P]: P[name] extends Parameter<infer T> ? T : never
}

/** A parameter that must be sent. */
export function required<T>(validator: Validator<T>): Parameter<T> {
  return { kind: "required", validator }
}

/** A parameter that may be left out. Sent as `null`, it makes the real server fail. */
export function optional<T, D>(validator: Validator<T>, fallback: D): Parameter<T | D> {
  return { kind: "optional", validator, default: fallback, nullable: false }
}

/** A parameter that may be left out or sent as `null`. */
export function nullable<T, D>(validator: Validator<T>, fallback: D): Parameter<T | D | null> {
  return { kind: "optional", validator, default: fallback, nullable: true }
}
