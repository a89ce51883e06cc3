import type { Span } from './span.ts'

/** Who can be called by name in a note: `@Noor de Vries`, or `@Noor` where only one is called so. */
export type Callable = { id: string; name: string }
export type NameCall = { id: string; span: Span }

const wordSign = /[\p{L}\p{N}\p{M}_]/u

/**
 * The calls in a text, in order. The longest name that stands there counts; case and accents do not. A first name that two people share
 * calls nobody, and an address (`noor@example.org`) neither.
 */
export function nameCallsIn(text: string, people: readonly Callable[]): NameCall[] {
  const names = callNames(people)
  const calls: NameCall[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(0, at).at(-1)
    if (before && wordSign.test(before)) continue
    const called = names.find(({ name }) => startsWith(text, at + 1, name))
    if (called) calls.push({ id: called.id, span: [at, at + 1 + called.name.length] })
  }
  return calls
}

/** The names by which somebody can be called, longest first. */
function callNames(people: readonly Callable[]): Callable[] {
  const firsts = Map.groupBy(people, ({ name }) => fold(firstOf(name)))
  const short = people.flatMap(({ id, name }) => {
    const first = firstOf(name)
    return first !== name && firsts.get(fold(first))?.length === 1 ? [{ id, name: first }] : []
  })
  return [...people, ...short].filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length)
}

const firstOf = (name: string): string => name.split(' ')[0] ?? ''

function startsWith(text: string, at: number, name: string): boolean {
  const end = at + name.length
  const next = text.slice(end).match(/^./u)?.[0]
  return fold(text.slice(at, end)) === fold(name) && !(next && wordSign.test(next))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
