import { type CoachFinding, coach, coachShownMax } from '#domain/coach.ts'
import { checkDraft, type Draft, type DraftFinding, stopsAnswer } from '#domain/draft/check-draft.ts'
import { type DraftFix, type DraftRuleId, draftRuleIds } from '#domain/draft/draft-rule.ts'
import { type HumanVoice, humanVoice } from '#domain/draft/human-voice.ts'
import type { Span } from '#domain/span.ts'

/** One thing to say of an answer. `stops`: the house lets nobody send it so. */
export type LookItem = {
  key: string
  isGood: boolean
  stops: boolean
  span: Span | undefined
  fix: DraftFix | undefined
} & ({ kind: 'coach'; finding: CoachFinding } | { kind: 'draft'; finding: DraftFinding })

export type LookedOver = {
  /** At most four: what stops, what to mend, what is well; of each rule one. */
  line: LookItem[]
  /** All there is to mend, in the same order. */
  all: LookItem[]
  voice: HumanVoice | undefined
}

/** What the two that both know of say with the name of a rule. */
const ruleOf: Readonly<Record<CoachFinding['id'], DraftRuleId>> = {
  private: 'private',
  name: 'greeting',
  repeat: 'address',
  link: 'source',
}

/** What else was found, when it is known what the rules did. */
export type AlsoFound = (found: readonly DraftFinding[]) => readonly DraftFinding[]

/** `isPrivate`: one person reads it, and what belongs to them may be said to them. */
type Looked = Draft & { isPrivate?: boolean }

export function lookOver(draft: Looked, previous: readonly string[], alsoFound: AlsoFound = () => []): LookedOver {
  const isSaid = (rule: DraftRuleId) => rule !== 'private' || !draft.isPrivate
  const byRules = checkDraft(draft).filter(({ rule }) => isSaid(rule))
  const found = [...byRules, ...alsoFound(byRules)]
  const said = coach({ text: draft.text, person: draft.person, previous }).filter(({ id }) => isSaid(ruleOf[id]))
  const ofDraft = found.map((finding, at): LookItem => {
    const { rule, span, fix } = finding
    return {
      key: `${rule} ${at}`,
      isGood: false,
      stops: stopsAnswer(finding, draft.house),
      span,
      fix,
      kind: 'draft',
      finding,
    }
  })
  const ofCoach = said
    .filter((finding) => !isSaidByDraft(finding, draft, found))
    .map((finding): LookItem => {
      const { id, isGood, span } = finding
      return { key: id, isGood, stops: false, span, fix: undefined, kind: 'coach', finding }
    })
  const sorted = [...ofDraft, ...ofCoach].toSorted((a, b) => weightOf(a) - weightOf(b))
  return {
    line: [...Map.groupBy(sorted, nameOf).values()].flatMap((of) => of[0] ?? []).slice(0, coachShownMax),
    all: sorted.filter((item) => !item.isGood),
    voice: humanVoice(draft, byRules),
  }
}

type UnknownWordItem = LookItem & { finding: { found: string; offers: readonly string[] }; span: Span }

/** A word that no dictionary knows, with what it offers instead: it can be ours, or be let be. */
export function isUnknownWord(item: LookItem): item is UnknownWordItem {
  return item.kind === 'draft' && item.finding.rule === 'spelling' && item.finding.offers !== undefined && !!item.span
}

export function unknownOf({ finding, span }: UnknownWordItem) {
  return { word: finding.found, span, offers: finding.offers }
}

function isSaidByDraft(finding: CoachFinding, { house }: Draft, found: readonly DraftFinding[]): boolean {
  const has = (rule: DraftRuleId) => found.some((one) => one.rule === rule)
  if (finding.id === 'private') return has('private')
  return finding.id === 'name' && (has('greeting') || house.greeting === 'unwanted')
}

function nameOf(item: LookItem): string {
  return item.kind === 'draft' ? item.finding.rule : item.key
}

function weightOf(item: LookItem): number {
  const rule = item.kind === 'draft' ? item.finding.rule : ruleOf[item.finding.id]
  return (item.isGood ? 1_000 : 0) + (item.stops ? 0 : 100) + draftRuleIds.indexOf(rule)
}
