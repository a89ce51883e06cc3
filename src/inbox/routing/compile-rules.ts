import {
  askRules,
  type RoutingConditions,
  type RoutingFacts,
  type RoutingFiring,
  type RoutingPlace,
  type RoutingReason,
  type RoutingRule,
  reasonsFor,
} from '#domain/routing.ts'
import type { Span } from '#domain/span.ts'
import { clauseFinder } from '#match/find-clauses.ts'
import { type Match, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { PostInput } from '#match/post-input.ts'
import type { QuerySets } from '#match/query-sets.ts'

/** A message as rules are asked about it. */
export type RoutedMessage = { id: string; conversationId: string; post: PostInput; facts: RoutingFacts }
export type Round = { place: RoutingPlace; firings: RoutingFiring[] }

/** Rules made ready once for many messages: their queries stand in one engine, so that a message is read once for all of them. */
export type CompiledRules = {
  asksReturning: boolean
  ask(message: RoutedMessage, place: RoutingPlace): Round
}

/** Words of a reason: enough to understand it by. */
const wordsMax = 6
const wordMax = 60

/** A rule whose query this version does not understand never fires; the settings say so of it. */
export function compileRules(rules: readonly RoutingRule[], sets: QuerySets): CompiledRules {
  const asked = rules.filter(({ isOn }) => isOn)
  const engine = openEngine()
  const clausesOf = new Map<string, ReturnType<typeof clauseFinder>>()
  for (const { id, conditions } of asked) {
    if (conditions.query === null) continue
    const parsed = parseQuery(conditions.query, sets)
    if (parsed.ok) engine.add(id, parsed.tree)
  }
  /** What in the query let it in, for one that asks for no words: `lang:nl`. Made when first needed, since it costs a parse. */
  const clausesIn = (id: string, query: string, post: PostInput): string[] => {
    const find = clausesOf.get(id) ?? clauseFinder(query, sets)
    clausesOf.set(id, find)
    return textsOf(query, find(post)?.at ?? [])
  }
  return {
    asksReturning: asked.some(({ conditions }) => conditions.isReturning !== null),
    ask({ post, facts }, place) {
      const matches = engine.size > 0 ? new Map(engine.match(post).map((match) => [match.id, match])) : undefined
      const wordsOf = (id: string, { query }: RoutingConditions): RoutingReason[] | undefined => {
        if (query === null) return []
        const match = matches?.get(id)
        if (!match) return undefined
        const words = wordsIn(post, match)
        return [{ about: 'words', values: words.length > 0 ? words : clausesIn(id, query, post) }]
      }
      return askRules(asked, place, ({ id, conditions }) => {
        // The facts cost nothing; the words of a match are only worth gathering for a rule that fires.
        const reasons = reasonsFor(conditions, facts)
        const words = reasons && wordsOf(id, conditions)
        return words && [...words, ...reasons]
      })
    },
  }
}

function wordsIn(post: PostInput, { spans, titleSpans }: Match): string[] {
  return distinct([...textsOf(post.title ?? '', titleSpans), ...textsOf(post.text, spans)])
}

function textsOf(text: string, spans: readonly Span[]): string[] {
  return distinct(spans.map(([start, end]) => text.slice(start, end).slice(0, wordMax)))
}

function distinct(words: readonly string[]): string[] {
  const byKey = new Map(words.map((word) => [word.toLowerCase(), word]))
  return [...byKey.values()].slice(0, wordsMax)
}
