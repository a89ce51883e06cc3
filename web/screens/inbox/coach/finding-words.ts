import { useLingui } from '@lingui/react/macro'
import type { DraftFinding, DraftRuleId } from '#domain/draft/draft-rule.ts'
import type { VoicePart } from '#domain/draft/human-voice.ts'
import { type CoachWords, usePrivateName } from './coach-words.ts'

/** What each finding about an answer is called, why it is one, and how to mend it. */
export function useFindingWords(): (finding: DraftFinding) => CoachWords {
  const { t } = useLingui()
  const privateName = usePrivateName()
  const ruleName = useRuleName()
  return (finding) => {
    const label = ruleName(finding.rule)
    switch (finding.rule) {
      case 'private':
        return {
          label: privateName(finding.kind),
          why: t`Everybody can read this answer, and search engines keep it.`,
          fix: t`Leave it out, and ask for it where only the two of you read along.`,
        }
      case 'incident':
        if (finding.code === 'line')
          return {
            label,
            why: t`The line of this incident does not use these words.`,
            fix: t`Say it as the line says it.`,
          }
        return {
          label,
          why: t`There is an incident. Guesses, comfort and blame come back as headlines.`,
          fix: t`Say what is known, what people should do, and when you say more.`,
        }
      case 'promise':
        return {
          label,
          why:
            finding.code === 'house'
              ? t`Nobody here may promise this.`
              : t`It is held against us when it turns out otherwise.`,
          fix: t`Say what you are doing now, and when they hear from you.`,
        }
      case 'forbidden':
        return { label, why: t`The house style does not use this word.`, fix: t`Choose another word.` }
      case 'disclosure':
        return {
          label,
          why: whyDisclosure(finding.code),
          fix: t`Say that you work here, or that it is an advertisement.`,
        }
      case 'blame':
        return {
          label,
          why: t`It says whose fault it is: theirs.`,
          fix: t`Say what happened without “you”, and what is possible now.`,
        }
      case 'defensive':
        return {
          label,
          why: t`It defends us before it helps them.`,
          fix: t`Begin with what they lost, then what you do.`,
        }
      case 'hollow':
        return {
          label,
          why: t`It apologises for how they feel, or for nothing in particular.`,
          fix: t`Name what went wrong: “Sorry that you waited an hour.”`,
        }
      case 'address':
        return { label, ...addressWords(finding.code) }
      case 'greeting':
        return finding.code === 'unwanted'
          ? {
              label: t`No greeting`,
              why: t`The house style begins without a greeting.`,
              fix: t`Begin with what matters.`,
            }
          : {
              label: finding.fix ? t`Name missing` : label,
              why: t`It neither greets nor names anybody, and so reads like an announcement.`,
              fix: t`Begin with a greeting or the name.`,
            }
      case 'signoff': {
        const { example } = finding
        return { label, why: t`The house style ends an answer with who wrote it.`, fix: t`End with ${example}` }
      }
      case 'source':
        return { label, why: t`A fact without a source is an opinion.`, fix: t`Add a link, or say it smaller.` }
      case 'spelling':
        return { label, why: whySpelling(finding) }
      case 'officialese':
        return finding.code === 'passive'
          ? {
              label: t`Passive`,
              why: t`Nobody does anything in this sentence.`,
              fix: t`Say who does it: “I look at it now.”`,
            }
          : {
              label,
              why: t`This is how offices write, not how people talk.`,
              fix: t`Say it as you would at a counter.`,
            }
      case 'jargon':
        return { label, why: t`Only we know what this means.`, fix: t`Use a word that your neighbour uses.` }
      case 'reading':
        return finding.code === 'long_sentence'
          ? {
              label: t`Long sentence`,
              why: t`Over thirty words: nobody remembers its beginning.`,
              fix: t`Make two or three of it.`,
            }
          : { label, why: t`Many long words after each other.`, fix: t`Use shorter words and shorter sentences.` }
    }
  }

  function whySpelling({ offers }: Extract<DraftFinding, { rule: 'spelling' }>): string {
    return offers ? t`No dictionary knows this word.` : t`This word is misspelled.`
  }

  function whyDisclosure(code: Extract<DraftFinding, { rule: 'disclosure' }>['code']): string {
    switch (code) {
      case 'praise':
        return t`Who works here praises it as if they were a customer.`
      case 'prize':
        return t`Who gives something away says by which terms.`
      case 'offer':
        return t`This is an advertisement, and does not say so.`
      case 'partner':
        return t`It recommends somebody we do business with, and does not say so.`
    }
  }

  function addressWords(code: Extract<DraftFinding, { rule: 'address' }>['code']): { why: string; fix: string } {
    switch (code) {
      case 'mixed':
        return { why: t`“Je” and “u” stand in one answer.`, fix: t`Choose one of them.` }
      case 'not_je':
        return { why: t`The house style says “je”.`, fix: t`Write “je”.` }
      case 'not_u':
        return { why: t`The house style says “u”.`, fix: t`Write “u”.` }
      case 'impersonal':
        return { why: t`It speaks to a kind of person, not to somebody.`, fix: t`Use the name.` }
    }
  }
}

/** What a rule is called, here and in the settings. */
export function useRuleName(): (rule: DraftRuleId) => string {
  const { t } = useLingui()
  return (rule) => {
    switch (rule) {
      case 'private':
        return t`Personal data`
      case 'incident':
        return t`Not in an incident`
      case 'promise':
        return t`Promise`
      case 'forbidden':
        return t`Not our word`
      case 'disclosure':
        return t`Who speaks?`
      case 'blame':
        return t`Blame`
      case 'defensive':
        return t`Defensive`
      case 'hollow':
        return t`Hollow apology`
      case 'address':
        return t`Form of address`
      case 'greeting':
        return t`Greeting missing`
      case 'signoff':
        return t`Sign-off missing`
      case 'source':
        return t`Source missing`
      case 'spelling':
        return t`Spelling`
      case 'officialese':
        return t`Officialese`
      case 'jargon':
        return t`Jargon`
      case 'reading':
        return t`Hard to read`
    }
  }
}

/** What the score of the voice is made of. */
export function useVoicePartName(): (part: VoicePart) => string {
  const { t } = useLingui()
  return (part) => {
    switch (part) {
      case 'reading':
        return t`easy to read`
      case 'active':
        return t`somebody does something`
      case 'plainWords':
        return t`plain words`
      case 'personal':
        return t`a name or a greeting`
      case 'persons':
        return t`“I”, “we” and “you”`
      case 'heard':
        return t`having listened`
    }
  }
}
