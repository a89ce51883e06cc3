export type Afterwards = { after(work: () => Promise<void>): void }

const works = new WeakMap<Afterwards, (() => Promise<void>)[]>()

/** Work for after the test, the last said first: what stands on something else goes before it. `t.after` keeps the order of saying. */
export function lastFirst(t: Afterwards, work: () => Promise<void>): void {
  const known = works.get(t)
  if (known) return void known.push(work)
  const all = [work]
  works.set(t, all)
  t.after(async () => {
    const failures: unknown[] = []
    for (const each of all.toReversed()) await each().catch((error: unknown) => failures.push(error))
    if (failures.length === 1) throw failures[0]
    if (failures.length > 1) throw new AggregateError(failures, 'several things went wrong after the test')
  })
}
