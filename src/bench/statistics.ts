/** In ascending order. */
function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}

/**
 * The value that `percent` of all are at or below; 0 of none.
 * @param percent above 0, up to 100.
 */
export function percentile(values: readonly number[], percent: number): number {
  return sorted(values)[Math.ceil((percent / 100) * values.length) - 1] ?? 0
}

/** The one in the middle; of an even number the mean of the two there; 0 of none. */
export function median(values: readonly number[]): number {
  const all = sorted(values)
  const lower = all[Math.ceil(all.length / 2) - 1] ?? 0
  const upper = all[Math.floor(all.length / 2)] ?? 0
  return (lower + upper) / 2
}
