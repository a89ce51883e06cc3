import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { EffectView } from '#api/contract/effect-shapes.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'

const dayMs = 86_400_000
const tipTextMax = 80

/** What was seen after an answer, in words: always "after", never "because of". */
export function useEffectWords() {
  const { t } = useLingui()
  const fmt = useFmt()
  const toneName = useSentimentName()

  function outcomeOf({ outcome, sentAt, untilAt }: EffectView): string {
    const days = Math.round((Date.parse(untilAt) - Date.parse(sentAt)) / dayMs)
    switch (outcome) {
      case 'waiting':
        return t`After this answer: nothing heard yet`
      case 'thanked':
        return t`After this answer they thanked us`
      case 'complained':
        return t`After this answer they went on complaining`
      case 'replied':
        return t`After this answer they wrote again`
      case 'elsewhere':
        return t`After this answer they wrote about us elsewhere`
      case 'deleted':
        return t`After this answer their message was deleted`
      case 'edited':
        return t`After this answer they changed their message`
      case 'quiet':
        return plural(days, {
          one: 'After this answer they were quiet for a day',
          other: 'After this answer they were quiet for # days',
        })
    }
  }

  /** A message may say more than one thing; the first is what it is named for. */
  function kindOf(as: EffectView['messages'][number]['as']): string {
    if (as.includes('thanked')) return t`thanks`
    if (as.includes('complained')) return t`complaint`
    return as.includes('elsewhere') ? t`elsewhere` : t`reply`
  }

  function namedIn(effect: EffectView): string {
    const last = effect.messages.at(-1)
    const until = fmt.day(new Date(effect.untilAt))
    if (!last) return effect.isSettled ? t`Looked at until ${until}.` : t`What they say until ${until} counts.`
    const words = last.text.length > tipTextMax ? `${last.text.slice(0, tipTextMax)}…` : last.text
    const when = fmt.moment(new Date(last.at))
    const kind = kindOf(last.as)
    return `${when}, ${kind}: ${words || t`deleted`}`
  }

  function figuresOf(effect: EffectView): string[] {
    const until = fmt.day(new Date(effect.untilAt))
    return [
      ...(effect.deletedAt ? [t`Their message was deleted: ${fmt.moment(new Date(effect.deletedAt))}.`] : []),
      ...(effect.editedAt ? [t`They changed their message: ${fmt.moment(new Date(effect.editedAt))}.`] : []),
      toneOf(effect.tone),
      spreadOf(effect.spread),
      effect.isSettled ? t`Looked at until ${until}.` : t`What they say until ${until} counts.`,
    ]
  }

  function toneOf(tone: EffectView['tone']): string {
    if (!tone) return t`Their tone: too little to say.`
    const before = toneName(tone.before.class).toLowerCase()
    const after = toneName(tone.after.class).toLowerCase()
    const sure = fmt.pct(tone.p)
    return tone.change === 'unclear'
      ? t`Their tone: too little to say. It looks ${before} before and ${after} after, but only ${sure} sure.`
      : t`Their tone: ${before} before, ${after} after; ${sure} sure of both.`
  }

  function spreadOf(spread: EffectView['spread']): string {
    if (!spread) return t`How fast the thread went: too little to say.`
    const before = fmt.decimal(spread.before / spread.hoursBefore)
    const after = fmt.decimal(spread.after / spread.hoursAfter)
    switch (spread.change) {
      case 'less':
        return t`The thread went slower: ${before} messages an hour before, ${after} after.`
      case 'more':
        return t`The thread went faster: ${before} messages an hour before, ${after} after.`
      case 'unclear':
        return t`The thread: ${before} messages an hour before, ${after} after. That may be chance.`
    }
  }

  return { outcomeOf, kindOf, namedIn, figuresOf }
}
