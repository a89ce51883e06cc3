import { useRef } from 'react'

/** The same record as at the last drawing, as long as nothing in it is another value: whoever is given it need not be drawn again. */
export function useSame<R extends object>(record: R): R {
  const kept = useRef(record)
  if (!isSame(kept.current, record)) kept.current = record
  return kept.current
}

type Doing = (...given: never[]) => unknown

/**
 * The same, with functions that keep their identity and do what the last drawing meant by them. They are for what happens, not for
 * drawing. Not for those that must go on meaning what they meant when they were handed out.
 */
export function useSteady<R extends object>(record: R): R {
  const latest = useRef(record)
  latest.current = record
  const doings = useRef(new Map<string, Doing>())
  const doing = (name: string): Doing => {
    const known = doings.current.get(name)
    if (known) return known
    const made: Doing = (...given) => (latest.current as Record<string, Doing>)[name]?.(...given)
    doings.current.set(name, made)
    return made
  }
  return useSame(
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, typeof value === 'function' ? doing(name) : value]),
    ) as R,
  )
}

function isSame(one: object, other: object): boolean {
  const values = Object.entries(one)
  if (values.length !== Object.keys(other).length) return false
  return values.every(([name, value]) => Object.is(value, (other as Record<string, unknown>)[name]))
}
