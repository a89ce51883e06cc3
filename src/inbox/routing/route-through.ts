import type { RoutingFiring, RoutingPlace } from '#domain/routing.ts'
import type { CompiledRules, RoutedMessage } from './compile-rules.ts'

/** Where a conversation stands, as far as rules may change it. */
export type Standing = { id: string; departmentId: string | null; ownerId: string | null; urgencyFrom: number }
export type Routed = { place: RoutingPlace; firings: RoutingFiring[]; mentionId: string | null }

/** Asks the rules about each message in its turn, each from where the one before it has led. */
export function routeThrough(rules: CompiledRules, messages: readonly RoutedMessage[], from: RoutingPlace): Routed {
  let place = from
  let mentionId: string | null = null
  const byRule = new Map<string, RoutingFiring>()
  for (const message of messages) {
    const round = rules.ask(message, place)
    place = round.place
    if (round.firings.length > 0) mentionId = message.id
    for (const firing of round.firings) {
      const before = byRule.get(firing.ruleId)
      // What a rule did is worth more than that it fired once more.
      if (!before || (before.did.length === 0 && firing.did.length > 0)) byRule.set(firing.ruleId, firing)
    }
  }
  return { place, firings: [...byRule.values()], mentionId }
}

export function placeOf({ departmentId, ownerId, urgencyFrom }: Standing): RoutingPlace {
  return { departmentId, memberId: ownerId, urgencyFrom }
}

/**
 * What is written for a place. Somebody who has it keeps it as long as it stays in its department and no rule names another; who may
 * not be given work now is not: it waits for whoever is there.
 */
export function standingAt(before: Standing, place: RoutingPlace, canTake: ReadonlySet<string>): Standing {
  const { departmentId, urgencyFrom } = place
  const named = place.memberId !== null && canTake.has(place.memberId) ? place.memberId : null
  const kept = departmentId === before.departmentId ? before.ownerId : null
  return { id: before.id, departmentId, urgencyFrom, ownerId: named ?? kept }
}

export function isElsewhere(before: Standing, after: Standing): boolean {
  return (
    before.departmentId !== after.departmentId ||
    before.ownerId !== after.ownerId ||
    before.urgencyFrom !== after.urgencyFrom
  )
}
