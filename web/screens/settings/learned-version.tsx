import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { LearnedVersion as Version } from '#api/contract/learned-routes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useHeadName } from './learned-names.ts'

/** One version: when, from how much, how it did in words, and what became of it. */
export function LearnedVersion({ version, mayRollBack }: { version: Version; mayRollBack: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { lang, nth, state, corrections, agreed } = version
  const name = t`${fmt.language(lang)}, version ${nth}`
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="text-body font-bold">{name}</b>
        <State version={version} />
        <span className="flex-1" />
        {state === 'live' && mayRollBack && <RollBack version={version} name={name} />}
      </div>
      <p className="num mt-0.5 text-meta text-ink-3">
        {fmt.moment(new Date(version.madeAt))}
        {' · '}
        {t`${plural(corrections, { one: 'from # correction', other: 'from # corrections' })}`}
        {agreed > 0 &&
          t`${plural(agreed, { one: ' and # message that was left as it was', other: ' and # messages that were left as they were' })}`}
      </p>
      <Figures version={version} />
    </li>
  )
}

function State({ version }: { version: Version }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const by = version.rolledBackBy ?? t`somebody who left`
  const at = version.rolledBackAt ? fmt.moment(new Date(version.rolledBackAt)) : ''
  const words = {
    live: t`counts now`,
    replaced: t`replaced by a newer one`,
    refused: t`was not better, so nothing changed`,
    rolled_back: t`rolled back by ${by}, ${at}`,
  }[version.state]
  return (
    <span className={clsx('text-ui', version.state === 'live' ? 'font-semibold text-pos-t' : 'text-ink-3')}>
      {words}
    </span>
  )
}

/** How often it is right, of a hundred: before and after, and what that costs elsewhere. */
function Figures({ version }: { version: Version }) {
  const { t } = useLingui()
  const headName = useHeadName()
  const points = (share: number): number => Math.round(share * 100)
  if (version.figures.length === 0)
    return <p className="mt-1 text-ui text-ink-2">{t`There were too few of any one label, or all of one kind.`}</p>
  return (
    <ul className="num mt-1.5 space-y-0.5 text-ui text-ink-2">
      {version.figures.map(({ head, before, after, testBefore, testAfter, isBetter }) => {
        const [name, from, to] = [headName(head), points(before), points(after)]
        const [testFrom, testTo] = [points(testBefore), points(testAfter)]
        return (
          <li key={head} className="text-pretty">
            <b className="font-semibold text-ink">{name}</b>
            {': '}
            {t`${from} of 100 points before, ${to} after, on messages it had not seen; on the program’s own test ${testFrom} and ${testTo}.`}{' '}
            {!isBetter && version.state !== 'refused' && t`Not better, so left as it was.`}
          </li>
        )
      })}
    </ul>
  )
}

/** One click: nothing is lost by it. Corrections stay, messages that were judged stay as they are, and the next round learns again. */
function RollBack({ version, name }: { version: Version; name: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const rollBack = useChange('POST /api/learned/{id}/roll-back', { refresh: ['GET /api/learned'] })
  const send = (): void => {
    const told = { params: { id: version.id }, body: {} }
    rollBack.mutate(told, {
      onSuccess: () => showToast({ text: t`Rolled back. New messages are judged without ${name}.` }),
      onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }),
    })
  }
  return (
    <Btn small aria-label={t`Roll back ${name}`} isBusy={rollBack.isPending} onClick={send}>
      {t`Roll back`}
    </Btn>
  )
}
