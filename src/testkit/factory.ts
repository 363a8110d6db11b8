/** What a trait changes of what was built so far. */
export type Change<T> = (built: T, sequence: number) => Partial<T>

/** Traits by name: functions that bring a change. */
export type Traits<T> = Readonly<Record<string, (...args: never[]) => Change<T>>>

/** Builds things of one kind, each with a number of its own. It is never changed: each trait brings another factory. */
export type Factory<T extends object, M extends Traits<T>> = {
  /** Builds one. @param overrides count before all traits. */
  build(overrides?: Partial<T>): T
  /** Builds several. */
  buildList(count: number, overrides?: Partial<T>): T[]
  /** A factory whose things have these members. */
  params(params: Partial<T>): Factory<T, M>
  /** Lets the numbers of this factory, and of all that came of it by traits, begin with 1 again. */
  rewindSequence(): void
} & { readonly [name in keyof M]: (...args: Parameters<M[name]>) => Factory<T, M> }

/**
 * Defines a factory. Nothing random is in it: the same calls build the same things.
 * @param generate what there is without traits.
 * @param traits each becomes a method of the factory.
 */
export function defineFactory<T extends object, M extends Traits<T>>(
  generate: (sequence: number) => T,
  traits: M,
): Factory<T, M> {
  let sequence = 0
  function withChanges(changes: readonly Change<T>[]): Factory<T, M> {
    const build = (overrides: Partial<T> = {}): T => {
      sequence += 1
      let built = { ...generate(sequence), ...overrides }
      for (const change of changes) built = { ...built, ...change(built, sequence) }
      return { ...built, ...overrides }
    }
    const methods = Object.fromEntries(
      Object.entries(traits).map(([name, trait]) => [
        name,
        (...args: never[]) => withChanges([...changes, trait(...args)]),
      ]),
    )
    const core = {
      build,
      buildList: (count: number, overrides?: Partial<T>) =>
        Array.from({ length: count }, () => build(overrides)),
      params: (params: Partial<T>) => withChanges([...changes, () => params]),
      rewindSequence() {
        sequence = 0
      },
    }
    return { ...methods, ...core } as Factory<T, M>
  }
  return withChanges([])
}
