import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { type AnswersAsk, AnswersList } from './answers-list.tsx'
import { ShareTable } from './share-table.tsx'

const spans = [30, 90] as const
type Shares = Answer<'GET /api/promotion/shares'>

/** How much of what we answered promoted: by community against its bound, and by department. Nobody is ranked. */
export function SharesCard() {
  const { t } = useLingui()
  const [days, setDays] = useState<number>(30)
  const { data, error, refetch } = useAsk('GET /api/promotion/shares', { query: { days } })
  return (
    <SettingsCard title={t`Our own share`}>
      <fieldset className="flex flex-wrap gap-2" aria-label={t`Over how long`}>
        {spans.map((span) => (
          <Btn
            key={span}
            small
            kind={span === days ? 'ink' : 'outline'}
            aria-pressed={span === days}
            onClick={() => setDays(span)}
          >
            {t`${span} days`}
          </Btn>
        ))}
      </fieldset>
      {data ? (
        <Tables shares={data} days={days} />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`The shares are on their way`} count={3} />
      )}
    </SettingsCard>
  )
}

function Tables({ shares, days }: { shares: Shares; days: number }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState<AnswersAsk>()
  const { total, communities, departments } = shares
  const { answers, promotions } = total
  if (answers === 0)
    return <p className="text-ui text-ink-2">{t`Nothing was answered in these days, so there is no share yet.`}</p>
  const over = communities.filter(({ isOver }) => isOver).length
  return (
    <>
      <p className="max-w-[62ch] text-body text-pretty">
        {t`${promotions} of ${plural(answers, { one: '# answer', other: '# answers' })} promoted something.`}{' '}
        {over === 0
          ? t`Nowhere more than the bound.`
          : t`${plural(over, { one: 'In # community it is more than the bound.', other: 'In # communities it is more than the bound.' })}`}
      </p>
      <ShareTable
        label={t`By community`}
        rows={communities.map(({ community, networkName, ...row }) => ({
          ...row,
          key: `${community.network} ${community.place}`,
          name: community.name,
          about: community.place === '' ? '' : networkName,
          onOpen: () => setAsked({ network: community.network, place: community.place, name: community.name }),
        }))}
      />
      <ShareTable
        label={t`By department`}
        rows={departments.map(({ department, ...row }) => ({
          ...row,
          key: department?.id ?? '',
          name: department?.name ?? t`No department`,
          about: '',
          onOpen: department ? () => setAsked({ departmentId: department.id, name: department.name }) : undefined,
        }))}
      />
      {asked && <AnswersList asked={asked} days={days} onClose={() => setAsked(undefined)} />}
    </>
  )
}
