import { encodeJson } from "../php/json-encode.ts"
import type { ResponseFormat } from "./response-format.ts"
import type { MemberShape, ModelShape, Shape } from "./shape.ts"

/** How one request wants its answer. */
export interface View {
  readonly format: ResponseFormat
  /** Whether secrets are shown. Appwrite 1.9: to API keys only, unless the route says otherwise. */
  readonly showsSecrets: boolean
}

/** Writes a value of an answer as JSON text, in the form of the server's own. */
export interface Writer<T> {
  /** What it writes, as plain data. */
  readonly shape: Shape
  write(value: T, view: View): string
}

/** A member of a model. */
export interface Member<T> extends Writer<T> {
  /** The version that brought it: it is left out for clients whose response format is older. */
  readonly since?: string
}

/** The shape of an answer: its members, in the order in which they are written. */
export interface Model<T> extends Writer<T> {
  readonly name: string
  readonly shape: ModelShape
  /** Where the answer is no JSON. */
  readonly contentType?: string
}

/** Members by the names that they have in the record and in the answer. */
export type Members<T> = { readonly [name in keyof T]?: Member<T[name]> }

/** A member in its place. */
interface Field<T> extends Pick<Writer<T>, "write"> {
  readonly name: string
  /** Its name and the colon behind. */
  readonly start: string
  readonly since: string | undefined
}

/** Declares the shape of an answer from records that hold (at least) its members under the same names. */
export function model<T extends object>(name: string, members: Members<T>): Model<T> {
  const fields: Field<T>[] = []
  const shapes: Record<string, MemberShape> = {}
  for (const key in members) {
    const member = members[key]
    if (member === undefined) continue
    shapes[key] = { shape: member.shape, since: member.since }
    fields.push({
      name: key,
      start: `${encodeJson(key)}:`,
      since: member.since,
      write: (record, view) => member.write(record[key], view),
    })
  }
  const known = new WeakMap<ResponseFormat, readonly Field<T>[]>()
  const fieldsOf = (format: ResponseFormat): readonly Field<T>[] => {
    const found = known.get(format)
    if (found !== undefined) return found
    const shown = fields.filter(
      (field) =>
        !format.omits(name, field.name) && (field.since === undefined || !format.isBelow(field.since)),
    )
    known.set(format, shown)
    return shown
  }
  return {
    name,
    shape: { kind: "model", name, members: shapes },
    write(record, view) {
      let json = "{"
      for (const field of fieldsOf(view.format)) {
        json += (json.length > 1 ? "," : "") + field.start + field.write(record, view)
      }
      return `${json}}`
    },
  }
}

/** A page of a list, as an answer shows it. */
export type Page<T, N extends string> = { readonly total: number } & { readonly [name in N]: readonly T[] }

/** Declares the shape of a list: the total first, then the items under `name`. */
export function listModel<T, const N extends string>(name: N, item: Model<T>): Model<Page<T, N>> {
  const items = list(item)
  const start = `,${encodeJson(name)}:`
  const listName = `${item.name}List`
  const total: MemberShape = { shape: { kind: "integer" }, since: undefined }
  return {
    name: listName,
    shape: {
      kind: "model",
      name: listName,
      members: { total, [name]: { shape: items.shape, since: undefined } },
    },
    write: (page, view) => `{"total":${page.total}${start}${items.write(page[name], view)}}`,
  }
}

/** Several values of one kind. */
export function list<T>(item: Writer<T>): Member<readonly T[]> {
  return {
    shape: { kind: "list", of: item.shape },
    write(values, view) {
      let json = "["
      for (const value of values) json += (json.length > 1 ? "," : "") + item.write(value, view)
      return `${json}]`
    },
  }
}

/** A member that only clients of `version` and newer know. */
export function since<T>(version: string, member: Member<T>): Member<T> {
  return { ...member, since: version }
}
