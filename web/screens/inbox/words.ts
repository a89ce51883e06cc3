import { useLingui } from '@lingui/react/macro'
import type { Intent } from '#domain/assessment.ts'
import type { ConversationState } from '#domain/conversation.ts'

/** What somebody wants, in one word. Empty where triage does not say. */
export function useIntentName(): (intent: Intent) => string {
  const { t } = useLingui()
  return (intent) => {
    switch (intent) {
      case 'question':
        return t`Question`
      case 'complaint':
        return t`Complaint`
      case 'praise':
        return t`Compliment`
      case 'lead':
        return t`Wants to buy`
      case 'news':
        return t`News`
      case 'spam':
        return t`Spam`
      case 'legal_threat':
        return t`Legal threat`
      case 'job':
        return t`Job`
      case 'crisis':
        return t`Possible crisis`
      case 'other':
      case 'unsure':
        return ''
    }
  }
}

export function useStateName(): (state: ConversationState) => string {
  const { t } = useLingui()
  return (state) => {
    switch (state) {
      case 'open':
        return t`Open`
      case 'waiting':
        return t`Waiting`
      case 'done':
        return t`Done`
      case 'noise':
        return t`Noise`
      case 'merged':
        return t`Merged`
    }
  }
}

/** Signs that turn the writing around: in a name they would turn the sentence it stands in too. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu

/** Somebody's name; their handle where they have none. */
export function nameOf(author: { name: string; handle: string } | null, unknown: string): string {
  return author?.name.replace(turning, '').trim() || (author?.handle ? `@${author.handle}` : unknown)
}

/** The handle, where it says more than the name does. */
export function handleOf(author: { name: string; handle: string }): string {
  return author.handle === '' || author.handle === author.name ? '' : `@${author.handle}`
}

/** The first name: what one calls somebody in a sentence. */
export function firstName(author: { name: string; handle: string } | null, unknown: string): string {
  const name = nameOf(author, unknown)
  return name.split(/\s+/u)[0] ?? name
}

/** The two letters beside a card. Nothing where the language could not be told. */
export function langSign(lang: string): string {
  return lang === '' || lang === 'und' ? '' : lang.slice(0, 2).toUpperCase()
}

/** What `lang` on an element says. Empty means unknown: it is surely not said in the language of the screen around it. */
export function langAttribute(lang: string): string {
  return lang === 'und' ? '' : lang
}
