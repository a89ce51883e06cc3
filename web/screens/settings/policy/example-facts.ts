import {
  nodesOf,
  type Policy,
  type PolicyAbout,
  type PolicyExample,
  type PolicyFacts,
  policyAbouts,
  policyFields,
} from '#domain/policy.ts'

export type FactValue = PolicyFacts[PolicyAbout]
type Facts = PolicyExample['facts']

/** What an example can still say, what the tree asks about first: the rest decides nothing now. */
export function aboutsLeft(policy: Policy, facts: Facts): PolicyAbout[] {
  const asked = new Set(
    [...nodesOf(policy.root)].flatMap((node) => (node.kind === 'when' ? node.tests : [])).map(({ about }) => about),
  )
  return policyAbouts
    .filter((about) => !(about in facts))
    .toSorted((a, b) => Number(asked.has(b)) - Number(asked.has(a)))
}

/** What is said of it, in the order of the list. */
export function aboutsSaid(facts: Facts): PolicyAbout[] {
  return policyAbouts.filter((about) => about in facts)
}

/** Something to begin with, other than what holds where nothing is said. */
export function firstFact(about: PolicyAbout): FactValue {
  const field = policyFields[about]
  switch (field.is) {
    case 'flag':
      return true
    case 'figure':
      return about === 'anger' ? 50 : 1
    case 'some':
      return field.of ? [field.of[0]] : []
    case 'one':
      return field.of ? field.of[0] : about === 'lang' ? 'nl' : about === 'network' ? 'bluesky' : null
  }
}

export function withFact(facts: Facts, about: PolicyAbout, value: FactValue): Facts {
  // The value is made for its field, by the control that the field draws.
  return { ...facts, [about]: value } as Facts
}

export function withoutFact(facts: Facts, about: PolicyAbout): Facts {
  const { [about]: _, ...rest } = facts
  return rest
}

export function withAnswer(
  answers: PolicyExample['answers'],
  id: string,
  answer: PolicyExample['answers'][string] | undefined,
): PolicyExample['answers'] {
  const { [id]: _, ...rest } = answers
  return answer ? { ...rest, [id]: answer } : rest
}

/** An example that is not in the list yet, under a name that none has. */
export function freshExample(examples: readonly PolicyExample[], leafId: string): PolicyExample {
  const taken = new Set(examples.map(({ id }) => id))
  let number = examples.length + 1
  while (taken.has(`example-${number}`)) number += 1
  return { id: `example-${number}`, says: '', facts: {}, answers: {}, leafId }
}
