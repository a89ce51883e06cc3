import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import type { RoutingRuleView } from '#api/contract/shapes.ts'
import { routingAbouts } from '#domain/routing.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, Chip, IconBtn } from '#web/parts/bits.tsx'
import { Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useReasonWords, useValueWord } from '#web/parts/routing/routing-words.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { isAsked, valuesOf } from './rule-draft.ts'

type Props = {
  rule: RoutingRuleView
  place: number
  isFirst: boolean
  isLast: boolean
  mayChange: boolean
  onMove: (by: 1 | -1) => void
  onEdit: () => void
}

/** One rule in the list: its place, what it asks, what it does. */
export function RuleRow({ rule, place, isFirst, isLast, mayChange, onMove, onEdit }: Props) {
  const { t, i18n } = useLingui()
  const { id, name, isOn, problem } = rule
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
      <span className="num w-5 shrink-0 pt-0.5 text-right text-body text-ink-3">{place}.</span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body font-bold break-words">
          {name}
          {!isOn && <Chip>{t`off`}</Chip>}
        </p>
        <Asked rule={rule} />
        <Does rule={rule} />
        {problem && <p className="mt-1 text-ui font-semibold text-neg-t">{problem[lang]}</p>}
      </div>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-1 max-sm:w-full max-sm:pl-8">
          <OnOff rule={rule} />
          <IconBtn data-move={`${id} -1`} label={t`Ask ${name} sooner`} disabled={isFirst} onClick={() => onMove(-1)}>
            <ArrowUp size={15} />
          </IconBtn>
          <IconBtn data-move={`${id} 1`} label={t`Ask ${name} later`} disabled={isLast} onClick={() => onMove(1)}>
            <ArrowDown size={15} />
          </IconBtn>
          <Btn aria-label={t`Change ${name}`} onClick={onEdit}>
            {t`Change…`}
          </Btn>
        </div>
      )}
    </li>
  )
}

function OnOff({ rule }: { rule: RoutingRuleView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/routing/rules/{id}', { refresh: ['GET /api/routing'] })
  const { id, name } = rule
  return (
    <span className="mr-1 [&>div]:items-center [&_input]:mt-0">
      <Switch
        label={<span className="sr-only">{t`${name} is on`}</span>}
        isOn={rule.isOn}
        disabled={change.isPending}
        onChange={(isOn) =>
          change.mutate(
            { params: { id }, body: { isOn } },
            { onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }) },
          )
        }
      />
    </span>
  )
}

function Asked({ rule }: { rule: RoutingRuleView }) {
  const { t } = useLingui()
  const reasonsOf = useReasonWords()
  const { conditions } = rule
  const others = routingAbouts
    .filter((about) => about !== 'words' && isAsked(conditions, about))
    .map((about) => ({ about, values: [...valuesOf(conditions, about)] }))
  if (conditions.query === null && others.length === 0)
    return <p className="mt-0.5 text-ui text-ink-2">{t`every message`}</p>
  const said = others.map((one) => {
    const words = reasonsOf([one])
    if (one.about === 'urgency' || one.about === 'followers') return t`at least ${words}`
    return one.about === 'rating' ? t`at most ${words}` : words.replaceAll(', ', t` or `)
  })
  return (
    <p className="mt-0.5 text-ui text-pretty break-words text-ink-2">
      {conditions.query !== null && (
        <code data-code className="font-mono text-meta break-words">
          {conditions.query}
        </code>
      )}
      {conditions.query !== null && said.length > 0 && ' · '}
      {said.join(' · ')}
    </p>
  )
}

function Does({ rule }: { rule: RoutingRuleView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordOf = useValueWord()
  const departments = useAsk('GET /api/departments').data ?? []
  const members = useAsk('GET /api/members').data?.members ?? []
  const { departmentId, memberId, urgencyFrom, asksIds = [], informsIds = [], moves, stops } = rule.actions
  const namesOf = (ids: readonly string[]) =>
    fmt.list(departments.flatMap(({ id, name }) => (ids.includes(id) ? name : [])))
  const [asked, informed] = [namesOf(asksIds), namesOf(informsIds)]
  const does = [
    departmentId && departments.find(({ id }) => id === departmentId)?.name,
    memberId && members.find(({ id }) => id === memberId)?.name,
    urgencyFrom !== null && wordOf('urgency', String(urgencyFrom)),
    asked !== '' && t`ask ${asked}`,
    informed !== '' && t`inform ${informed}`,
  ].filter((one) => typeof one === 'string')
  const how = [moves && t`also moves`, stops && t`no rule after it`].filter((one) => typeof one === 'string')
  return (
    <p className="mt-1 flex items-start gap-x-1.5 text-ui">
      <ArrowRight size={13} aria-hidden="true" className="mt-[3px] shrink-0 text-ink-3" />
      <span className="min-w-0 break-words">
        <span className="font-semibold">{does.join(' · ') || '—'}</span>{' '}
        {how.length > 0 && <span className="text-meta text-ink-3">({how.join(', ')})</span>}
      </span>
    </p>
  )
}
