/** A query over literal ids: what is left of a tree once every leaf is a literal. */
export type Expression = number | { kind: 'and' | 'or'; children: Expression[] } | { kind: 'not'; child: Expression }

/**
 * How a query is found. It is indexed by its `anchors`: one of them is present in every post that it matches. Then the
 * `guard`, one more literal that must be present (0 when there is none), is asked, and then the `clauses`, all of which
 * must hold. A query that is an OR of literals has neither: its anchor is the match.
 */
export type Plan = { anchors: number[]; guard: number; clauses: Expression[] }

/** Makes every anchor cost something, also one that was never seen: a thousand of those are a list to read as well. */
const anchorCost = 0.000_05

/** Undefined when some way to make the query true needs no literal at all. */
export function planQuery(query: Expression, shareOf: (literal: number) => number): Plan | undefined {
  const anchors = anchorsOf(query, shareOf)
  if (!anchors) return undefined
  const required = isKind(query, 'and') ? query.children : [query]
  // What the anchors prove need not be asked again.
  const left = required.filter((child) => !(child === anchors.from && isAnyOf(child)))
  left.sort((a, b) => chanceOf(a, shareOf) - chanceOf(b, shareOf))
  const guardAt = left.findIndex((child) => typeof child === 'number')
  const guard = left[guardAt]
  if (typeof guard !== 'number') return { anchors: anchors.literals, guard: 0, clauses: left }
  return { anchors: anchors.literals, guard, clauses: left.toSpliced(guardAt, 1) }
}

type Anchors = { cost: number; literals: number[]; from: Expression }

/** The cheapest set of literals of which one is present whenever the expression is true. */
function anchorsOf(expression: Expression, shareOf: (literal: number) => number): Anchors | undefined {
  if (typeof expression === 'number') {
    return { cost: shareOf(expression) + anchorCost, literals: [expression], from: expression }
  }
  switch (expression.kind) {
    case 'not':
      return undefined
    case 'and': {
      const options = expression.children.map((child) => ({ child, anchors: anchorsOf(child, shareOf) }))
      let best: Anchors | undefined
      for (const { child, anchors } of options) {
        if (anchors && (!best || anchors.cost < best.cost)) best = { ...anchors, from: child }
      }
      return best
    }
    case 'or': {
      const parts = expression.children.map((child) => anchorsOf(child, shareOf))
      if (!parts.every((part) => part !== undefined)) return undefined
      const cost = parts.reduce((sum, part) => sum + part.cost, 0)
      return { cost, literals: [...new Set(parts.flatMap((part) => part.literals))], from: expression }
    }
  }
}

/** The chance that an expression holds, roughly: what most often fails is asked first. */
function chanceOf(expression: Expression, shareOf: (literal: number) => number): number {
  if (typeof expression === 'number') return shareOf(expression)
  switch (expression.kind) {
    case 'not':
      return 1 - chanceOf(expression.child, shareOf)
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
