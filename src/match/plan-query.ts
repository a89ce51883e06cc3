/**
 * A query over literal ids: what is left of a tree once every leaf is a literal. A `place` is a test of positions (NEAR,
 * window), by its number; of each of its `covers` a literal is present whenever it holds.
 */
export type Expression =
  | number
  | { kind: 'and' | 'or'; children: Expression[] }
  | { kind: 'not'; child: Expression }
  | { kind: 'place'; test: number; covers: readonly (readonly number[])[] }

/**
 * How a query is found. It is indexed by its `anchors`: one of them is present in every post that it matches. Then the
 * `guard`, one more literal that must be present (0 when there is none), is asked, and then the `clauses`, all of which
 * must hold. A query that is an OR of literals has neither: its anchor is the match.
 */
export type Plan = { anchors: number[]; guard: number; clauses: Expression[]; cost: number }

/** Makes every anchor cost something, also one that was never seen: a thousand of those are a list to read as well. */
const anchorCost = 0.000_05

/** What is asked first is cheap as well as likely to fail; positions are compared last. */
const placeChance = 0.9

type ShareOf = (literal: number) => number

/** Undefined when some way to make the query true needs no literal at all. */
export function planQuery(query: Expression, shareOf: ShareOf): Plan | undefined {
  const anchors = anchorsOf(query, shareOf)
  if (!anchors) return undefined
  const required = isKind(query, 'and') ? query.children : [query]
  const left: { child: Expression; chance: number }[] = []
  for (const child of required) {
    // What the anchors prove need not be asked again.
    if (child === anchors.from && isAnyOf(child)) continue
    left.push({ child, chance: chanceOf(child, shareOf) })
  }
  if (left.length > 1) left.sort((a, b) => a.chance - b.chance)
  const guardAt = left.findIndex(({ child }) => typeof child === 'number')
  const guard = left[guardAt]?.child
  const clauses = left.map(({ child }) => child)
  const literals = anchors.literals.length > 1 ? [...new Set(anchors.literals)] : anchors.literals
  if (typeof guard !== 'number') return { anchors: literals, guard: 0, clauses, cost: anchors.cost }
  clauses.splice(guardAt, 1)
  return { anchors: literals, guard, clauses, cost: anchors.cost }
}

type Anchors = { cost: number; literals: number[]; from: Expression }

/** The cheapest set of literals of which one is present whenever the expression is true. */
function anchorsOf(expression: Expression, shareOf: ShareOf): Anchors | undefined {
  if (typeof expression === 'number') {
    return { cost: shareOf(expression) + anchorCost, literals: [expression], from: expression }
  }
  switch (expression.kind) {
    case 'not':
      return undefined
    case 'place':
      return cheapest(expression.covers.map((cover) => anyOf(cover, expression, shareOf)))
    case 'and': {
      let best: Anchors | undefined
      for (const child of expression.children) {
        const anchors = anchorsOf(child, shareOf)
        if (anchors && (!best || anchors.cost < best.cost)) best = { ...anchors, from: child }
      }
      return best
    }
    case 'or': {
      const all: Anchors = { cost: 0, literals: [], from: expression }
      for (const child of expression.children) {
        const anchors = anchorsOf(child, shareOf)
        if (!anchors) return undefined
        all.cost += anchors.cost
        all.literals.push(...anchors.literals)
      }
      return all
    }
  }
}

function anyOf(literals: readonly number[], from: Expression, shareOf: ShareOf): Anchors {
  const cost = literals.reduce((sum, literal) => sum + shareOf(literal) + anchorCost, 0)
  return { cost, literals: [...literals], from }
}

function cheapest(all: readonly Anchors[]): Anchors | undefined {
  return all.reduce<Anchors | undefined>((best, one) => (best && best.cost <= one.cost ? best : one), undefined)
}

/** The chance that an expression holds, roughly: what most often fails is asked first. */
export function chanceOf(expression: Expression, shareOf: ShareOf): number {
  if (typeof expression === 'number') return shareOf(expression)
  switch (expression.kind) {
    case 'not':
      return 1 - chanceOf(expression.child, shareOf)
    case 'place':
      return placeChance
    case 'and':
      return expression.children.reduce<number>((chance, child) => chance * chanceOf(child, shareOf), 1)
    case 'or':
      return Math.min(
        1,
        expression.children.reduce<number>((sum, child) => sum + chanceOf(child, shareOf), 0),
      )
  }
}

/** A literal, or an OR of nothing but literals. */
export function isAnyOf(expression: Expression): boolean {
  return (
    typeof expression === 'number' ||
    (isKind(expression, 'or') && expression.children.every((child) => typeof child === 'number'))
  )
}

function isKind<Kind extends 'and' | 'or'>(
  expression: Expression,
  kind: Kind,
): expression is { kind: Kind; children: Expression[] } {
  return typeof expression === 'object' && expression.kind === kind
}
