import { useLingui } from '@lingui/react/macro'
import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { useFmt } from '#web/parts/fmt.ts'

/** What the comparison assumes, how far both sides differ, and what could still be behind it. */
export function EffectMethod({ effect, onClose }: { effect: AnswerEffectView; onClose: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { hidden, windowHours, balance } = effect
  const traits: Record<AnswerEffectView['balance'][number]['trait'], string> = {
    anger: t`Anger`,
    score: t`Tone`,
    followers: t`Followers`,
    urgency: t`Urgency`,
    question: t`Asks something`,
    complaint: t`Complains`,
    earlier: t`Messages before it`,
  }
  const times = (value: number) => fmt.decimal(Math.round(value * 10) / 10)
  return (
    <Dialog isOpen onClose={onClose} title={t`How are they compared?`}>
      <div className="space-y-3 text-ui text-pretty text-ink-2">
        <p>{t`The worst messages are answered soonest, and anger cools by itself. So it says little how people were before and after an answer.`}</p>
        <p>{t`Each answer is held against a message of the same network and tone that was as likely to be answered, and that had waited as long without an answer. Both are watched for ${windowHours} hours from that moment on.`}</p>
        <p>{t`This holds as far as what decides who is answered is known here: tone, anger, urgency, reach, question or complaint, network, hour and what was said before.`}</p>
        {hidden && (
          <p className="font-semibold text-ink">
            {hidden.bound > 1
              ? t`Something unknown would have to make both being answered and becoming milder ${times(hidden.bound)} times as likely before the difference could be nothing.`
              : t`Chance alone may explain it: nothing unknown is needed.`}
          </p>
        )}
        <table className="num w-full">
          <caption className="pb-1 text-left text-meta text-ink-3">
            {t`How far both sides are apart, in standard deviations. Up to 0.1 is alike; what is left is taken out by regression.`}
          </caption>
          <thead>
            <tr className="border-b border-line text-meta text-ink-3">
              <th scope="col" className="py-1 text-left font-semibold">{t`Trait`}</th>
              <th scope="col" className="py-1 text-right font-semibold">{t`all answers`}</th>
              <th scope="col" className="py-1 text-right font-semibold">{t`compared`}</th>
            </tr>
          </thead>
          <tbody>
            {balance.map(({ trait, before, after }) => (
              <tr key={trait} className="border-b border-line last:border-0">
                <th scope="row" className="py-1 text-left font-medium text-ink">
                  {traits[trait]}
                </th>
                <td className="py-1 text-right">{hundredths(before, fmt.locale)}</td>
                <td className="py-1 text-right text-ink">{hundredths(after, fmt.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

function hundredths(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(Math.abs(value))
}
