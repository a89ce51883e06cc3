import type { PrivateKind } from '#domain/private-data.ts'
import type { Span } from '#domain/span.ts'

/** What is looked at in an answer, the gravest first. Beside each, whether the house may make it stop an answer. */
export const draftRules = {
  private: true,
  incident: true,
  promise: true,
  forbidden: true,
  disclosure: true,
  blame: true,
  defensive: false,
  hollow: false,
  address: true,
  greeting: true,
  signoff: true,
  source: false,
  spelling: false,
  officialese: false,
  jargon: false,
  reading: false,
} as const
export type DraftRuleId = keyof typeof draftRules

export function isDraftRule(id: string): id is DraftRuleId {
  return Object.hasOwn(draftRules, id)
}

export const draftRuleIds = Object.keys(draftRules).filter(isDraftRule)
/** Advice of which the house may make a rule. What is a matter of taste or of a guess never stops anybody. */
export const blockingRuleIds = draftRuleIds.filter((id) => draftRules[id])

/** What replaces a stretch of the answer when the writer asks for it. */
export type DraftFix = { span: Span; text: string }

/** What one rule found. The screen has words for each rule (and for each code, where a rule has several). */
export type DraftFinding = {
  /** Where; undefined where something is missing. */
  span: Span | undefined
  /** The words of the answer it is about; empty where something is missing. */
  found: string
  fix: DraftFix | undefined
} & (
  | { rule: 'private'; kind: PrivateKind }
  | { rule: 'address'; code: 'mixed' | 'not_je' | 'not_u' | 'impersonal' }
  | { rule: 'greeting'; code: 'missing' | 'unwanted' }
  | { rule: 'signoff'; example: string }
  | { rule: 'reading'; code: 'long_sentence' | 'hard_words' }
  | { rule: 'officialese'; code: 'stiff' | 'passive' }
  | { rule: 'promise' | 'forbidden'; code: 'known' | 'house' }
  /** `line`: of the incident that is answered about. */
  | { rule: 'incident'; code: 'known' | 'house' | 'line' }
  | { rule: 'disclosure'; code: 'praise' | 'prize' | 'offer' | 'partner' }
  | {
      rule: 'spelling'
      /** What a dictionary offers for a word it does not know, the likeliest first; absent where a rule of ours knows the mistake. */
      offers?: readonly string[]
    }
  | { rule: 'blame' | 'defensive' | 'hollow' | 'source' | 'jargon' }
)

export const draftLangs = ['nl', 'en'] as const
export type DraftLang = (typeof draftLangs)[number]
