/** How many values the filter methods want. */
const EXACTLY_ONE = [
  "notEqual",
  "lessThan",
  "lessThanEqual",
  "greaterThan",
  "greaterThanEqual",
  "search",
  "notSearch",
  "startsWith",
  "notStartsWith",
  "endsWith",
  "notEndsWith",
] as const
const CONTAINMENT = ["contains", "containsAny", "containsAll", "notContains"] as const
const AT_LEAST_ONE = ["equal", ...CONTAINMENT] as const
const EXACTLY_TWO = ["between", "notBetween"] as const
const NULL_CHECKS = ["isNull", "isNotNull"] as const
const EXISTENCE = ["exists", "notExists"] as const
const LOGICAL = ["and", "or"] as const

/** Filters of a record by the values of one attribute. */
export type AttributeMethod =
  | (typeof EXACTLY_ONE)[number]
  | (typeof AT_LEAST_ONE)[number]
  | (typeof EXACTLY_TWO)[number]
  | (typeof NULL_CHECKS)[number]
  | (typeof EXISTENCE)[number]

export type LogicalMethod = (typeof LOGICAL)[number]

/** Filters that are known and always refused: no attribute of these lists is spatial or a vector. */
const DISTANCE = ["distanceEqual", "distanceNotEqual", "distanceGreaterThan", "distanceLessThan"] as const
const SPATIAL = [
  "crosses",
  "notCrosses",
  "intersects",
  "notIntersects",
  "overlaps",
  "notOverlaps",
  "touches",
  "notTouches",
] as const
const VECTOR = ["vectorDot", "vectorCosine", "vectorEuclidean"] as const

/** What the values of a filter method have to be. */
export type FilterRule =
  | "exactlyOne"
  | "atLeastOne"
  | "exactlyTwo"
  | "any"
  | "distance"
  | "spatial"
  | "vector"
  | "logical"
  | "elemMatch"

/** What a query does to a list. */
export type QueryMethod =
  | { readonly kind: "limit" | "offset" | "select" }
  | { readonly kind: "cursor"; readonly direction: "after" | "before" }
  | { readonly kind: "order"; readonly direction: "ascending" | "descending" | "random" }
  | { readonly kind: "filter"; readonly rule: FilterRule }

const filters = (names: readonly string[], rule: FilterRule): (readonly [string, QueryMethod])[] =>
  names.map((name) => [name, { kind: "filter", rule }])

const METHODS: ReadonlyMap<string, QueryMethod> = new Map<string, QueryMethod>([
  ...filters(EXACTLY_ONE, "exactlyOne"),
  ...filters([...AT_LEAST_ONE, ...EXISTENCE], "atLeastOne"),
  ...filters(EXACTLY_TWO, "exactlyTwo"),
  ...filters(NULL_CHECKS, "any"),
  ...filters(DISTANCE, "distance"),
  ...filters(SPATIAL, "spatial"),
  ...filters(VECTOR, "vector"),
  ...filters(LOGICAL, "logical"),
  ...filters(["elemMatch"], "elemMatch"),
  ["limit", { kind: "limit" }],
  ["offset", { kind: "offset" }],
  ["select", { kind: "select" }],
  ["cursorAfter", { kind: "cursor", direction: "after" }],
  ["cursorBefore", { kind: "cursor", direction: "before" }],
  ["orderAsc", { kind: "order", direction: "ascending" }],
  ["orderDesc", { kind: "order", direction: "descending" }],
  ["orderRandom", { kind: "order", direction: "random" }],
])

/** What a method does; `undefined` for an unknown one. Names are case-sensitive. Appwrite 1.9. */
export function queryMethod(name: string): QueryMethod | undefined {
  return METHODS.get(name)
}

/** Whether the values of a method are queries. */
export function isNesting(method: QueryMethod): boolean {
  return method.kind === "filter" && (method.rule === "logical" || method.rule === "elemMatch")
}

const ATTRIBUTE_METHODS: ReadonlySet<string> = new Set([
  ...EXACTLY_ONE,
  ...AT_LEAST_ONE,
  ...EXACTLY_TWO,
  ...NULL_CHECKS,
  ...EXISTENCE,
])

export function isAttributeMethod(name: string): name is AttributeMethod {
  return ATTRIBUTE_METHODS.has(name)
}

/** Whether a filter is one of the substring family, which array attributes offer too. */
export function isContainment(method: string): method is (typeof CONTAINMENT)[number] {
  return CONTAINMENT.some((name) => name === method)
}
