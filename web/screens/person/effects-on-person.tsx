import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Profile } from '#api/contract/people-shapes.ts'

/** What was seen after our answers to them, as one line of counts; nothing where nobody answered. */
export function EffectsOnPerson({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const { answers, outcomes, better, same, worse } = profile.effects
  if (answers === 0) return null
  const counts: [number | undefined, string][] = [
    [outcomes.thanked, t`thanks`],
    [outcomes.complained, t`went on complaining`],
    [outcomes.replied, t`wrote again`],
    [outcomes.elsewhere, t`wrote elsewhere`],
    [outcomes.deleted, t`message deleted`],
    [outcomes.edited, t`message changed`],
    [outcomes.quiet, t`quiet`],
    [outcomes.waiting, t`nothing heard yet`],
  ]
  const said = counts.flatMap(([count, words]) => (count ? [`${words} ${count}×`] : [])).join(', ')
  const isToneKnown = better + same + worse > 0
  return (
    <p className="num mt-2.5 max-w-prose text-ui text-pretty text-ink-2" data-effects>
      {plural(answers, { one: 'After our # answer:', other: 'After our # answers:' })} {said}.{' '}
      {isToneKnown
        ? t`Their tone then: better ${better}×, the same ${same}×, worse ${worse}×.`
        : t`Of their tone there is too little to say.`}
    </p>
  )
}
