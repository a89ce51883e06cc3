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
  const cost = costOfAnchors(query, shareOf)
  if (cost === Number.POSITIVE_INFINITY) return undefined
  const required = isKind(query, 'and') ? query.children : [query]
  const anchored = isKind(query, 'and') ? cheapestOf(query.children, shareOf) : query
  const anchors: number[] = []
  addAnchors(anchors, anchored, shareOf)
  const left: { child: Expression; chance: number }[] = []
  for (const child of required) {
    // What the anchors prove need not be asked again.
    if (child === anchored && isAnyOf(child)) continue
    left.push({ child, chance: chanceOf(child, shareOf) })
  }
  if (left.length > 1) left.sort((a, b) => a.chance - b.chance)
  const guardAt = left.findIndex(({ child }) => typeof child === 'number')
  const guard = left[guardAt]?.child
  const clauses = left.map(({ child }) => child)
  const literals = anchors.length > 1 ? [...new Set(anchors)] : anchors
  if (typeof guard !== 'number') return { anchors: literals, guard: 0, clauses, cost }
  clauses.splice(guardAt, 1)
  return { anchors: literals, guard, clauses, cost }
}

/** What it costs to wait for the cheapest set of literals of which one is present whenever the expression is true; infinite when there is none. */
function costOfAnchors(expression: Expression, shareOf: ShareOf): number {
  if (typeof expression === 'number') return shareOf(expression) + anchorCost
  switch (expression.kind) {
    case 'not':
      return Number.POSITIVE_INFINITY
    case 'place':
      return Math.min(...expression.covers.map((cover) => costOfAll(cover, shareOf)))
    case 'and': {
      let least = Number.POSITIVE_INFINITY
      for (const child of expression.children) least = Math.min(least, costOfAnchors(child, shareOf))
      return least
    }
    case 'or':
      return costOfAll(expression.children, shareOf)
  }
}

function costOfAll(expressions: readonly Expression[], shareOf: ShareOf): number {
  let sum = 0
  for (const one of expressions) {
    sum += typeof one === 'number' ? shareOf(one) + anchorCost : costOfAnchors(one, shareOf)
  }
  return sum
}

/** Which child of an AND is waited for. Costs come first and lists are made of the cheapest only: a list of names has thousands. */
function cheapestOf(children: readonly Expression[], shareOf: ShareOf): Expression {
  let [best, least]: [Expression, number] = [0, Number.POSITIVE_INFINITY]
  for (const child of children) {
    const cost = costOfAnchors(child, shareOf)
    if (cost < least) [best, least] = [child, cost]
  }
  return best
}

/** Adds the literals of the cheapest set, for an expression that has one. */
function addAnchors(literals: number[], expression: Expression, shareOf: ShareOf): void {
  if (typeof expression === 'number') literals.push(expression)
  else if (expression.kind === 'and') addAnchors(literals, cheapestOf(expression.children, shareOf), shareOf)
  else if (expression.kind === 'or') for (const child of expression.children) addAnchors(literals, child, shareOf)
  else if (expression.kind === 'place') {
    const [first = [], ...others] = expression.covers
    const costOf = (cover: readonly number[]): number => costOfAll(cover, shareOf)
    literals.push(...others.reduce((best, one) => (costOf(best) <= costOf(one) ? best : one), first))
  }
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
    case 'or': {
      let sum = 0
      for (const child of expression.children) {
        sum += typeof child === 'number' ? shareOf(child) : chanceOf(child, shareOf)
      }
      return Math.min(1, sum)
    }
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
