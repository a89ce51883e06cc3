import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Eye, Siren } from 'lucide-react'
import { useId, useState } from 'react'
import type { AlertView, ListedAlertView } from '#api/contract/alert-shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, type BtnKind, btnClass, Chip } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { AlertChart } from './alert-chart.tsx'
import { AlertMessages } from './alert-messages.tsx'
import { useAlertSentence, useForecastSentence, useScopeKinds } from './alert-words.ts'
import { NotACrisis } from './not-a-crisis.tsx'
import { SeverityFigure, WhySeverity } from './severity.tsx'

type Props = { alert: ListedAlertView; kind: BtnKind; onOpen: () => void }

/** What is the matter in one sentence, how bad it is and why, and the two things one can say to it. */
export function OpenAlert({ alert, kind, onOpen }: Props) {
  const { t } = useLingui()
  const headId = useId()
  const [isRefusing, setRefusing] = useState(false)
  const sentence = useAlertSentence()(alert)
  const asked = useAsk('GET /api/alerts/{id}', { params: { id: alert.id } })
  return (
    <article
      data-alert={alert.id}
      aria-labelledby={headId}
      className="rounded-xl border border-line bg-pane px-4 py-3 shadow-1"
    >
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <Scopes alert={alert} />
          <h3 id={headId} className="display mt-1 text-title text-pretty">
            {sentence}
          </h3>
          <Moments alert={alert} />
          <FlaredUp again={alert.again} />
        </div>
        <SeverityFigure level={alert.severity} />
      </div>
      <Actions alert={alert} kind={kind} onOpen={onOpen} onRefuse={() => setRefusing(true)} />
      {alert.isDeaf && (
        <p className="mt-2 rounded-md bg-warn-s px-3 py-1.5 text-ui">
          {t`It went quiet, but a source does not answer: nobody can say that it is over.`}
        </p>
      )}
      {asked.data ? (
        <Details alert={asked.data} />
      ) : asked.error ? (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0! mb-0!" />
      ) : (
        <SkeletonRows label={t`How it went is on its way`} count={2} />
      )}
      {isRefusing && <NotACrisis alert={alert} onClose={() => setRefusing(false)} />}
    </article>
  )
}

/** Where it is unusual. Many stories are counted: their names would be half the card. */
function Scopes({ alert: { scopes } }: { alert: ListedAlertView }) {
  const kinds = useScopeKinds()
  const stories = scopes.filter(({ kind }) => kind === 'story')
  const places = scopes.filter(({ kind }) => kind !== 'story')
  return (
    <p className="flex flex-wrap gap-1.5">
      {(stories.length > 1 ? places : scopes).map(({ kind, id, name }) => (
        <Chip key={`${kind} ${id}`} tone={kind === 'whole' ? 'plain' : 'warn'} className="max-w-full">
          <span className="truncate">{name ? `${kinds[kind]}: ${name}` : kinds[kind]}</span>
        </Chip>
      ))}
      {stories.length > 1 && <Chip tone="warn">{plural(stories.length, { one: '# story', other: '# stories' })}</Chip>}
    </p>
  )
}

function Moments({ alert: { beganAt, raisedAt, seenBy, seen } }: { alert: ListedAlertView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const began = fmt.dayAndTime(new Date(beganAt))
  const raised = fmt.dayAndTime(new Date(raisedAt))
  const who = seenBy?.name ?? ''
  const wrote = plural(seen.all, { one: '# person wrote in all.', other: '# people wrote in all.' })
  return (
    <p className="num mt-1 text-meta text-ink-3">
      {wrote} {t`Began ${began}; told ${raised}.`} {who ? t`${who} looks at it.` : t`Nobody looks at it yet.`}
    </p>
  )
}

/** It was over, and is not. */
export function FlaredUp({ again }: Pick<ListedAlertView, 'again'>) {
  const { t } = useLingui()
  const fmt = useFmt()
  const last = again.at(-1)
  if (!last) return null
  const overAt = fmt.dayAndTime(new Date(last.overAt))
  const at = fmt.dayAndTime(new Date(last.at))
  const times = again.length
  return (
    <p data-flared-up className="num mt-0.5 text-meta text-ink-2">
      {times === 1
        ? t`It was over (${overAt}) and flared up again (${at}).`
        : t`It flared up again ${times} times; the last time it was over (${overAt}) and came back (${at}).`}
    </p>
  )
}

function Actions({ alert, kind, onOpen, onRefuse }: Props & { onRefuse: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const wordsOf = useProblemWords()
  const see = useChange('POST /api/alerts/{id}/seen', { refresh: ['GET /api/alerts'], isAtOnce: true })
  const { id, incident, seenAt } = alert
  const room = incident?.key ?? ''
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {incident ? (
          <Link to="/crisis/$incident" params={{ incident: room }} className={btnClass(kind)}>
            <Siren size={15} aria-hidden="true" />
            {t`To the room ${room}`}
          </Link>
        ) : (
          may('incident.open') && (
            <Btn kind={kind} data-open-from-alert onClick={onOpen}>
              <Siren size={15} aria-hidden="true" />
              {t`Open a crisis room`}
            </Btn>
          )
        )}
        {may('alert.refuse') && !incident && (
          <Btn data-not-a-crisis onClick={onRefuse}>
            {t`Not a crisis…`}
          </Btn>
        )}
        {may('alert.see') && !seenAt && (
          <Btn kind="quiet" isBusy={see.isPending} onClick={() => see.mutate({ params: { id }, body: {} })}>
            <Eye size={15} aria-hidden="true" />
            {t`I look at it`}
          </Btn>
        )}
      </div>
      {see.error && <FormError>{wordsOf(see.error)}</FormError>}
    </>
  )
}

/** How it went, where it may go, what it weighs and who says it. */
function Details({ alert }: { alert: AlertView }) {
  const { t } = useLingui()
  const forecast = useForecastSentence()(alert.forecast)
  const hasCourse = alert.course.length > 0
  return (
    <div className="mt-3 space-y-3 border-t border-line pt-3">
      <p data-forecast className="num text-ui text-pretty">
        {forecast ?? t`Too little was said to tell where it goes.`}
      </p>
      <WhySeverity severity={alert.severityNow} seen={alert.seenNow ?? alert.seen} />
      <div
        className={clsx(
          'grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3',
          hasCourse && 'lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]',
        )}
      >
        {hasCourse && <AlertChart alert={alert} />}
        <AlertMessages alert={alert} />
      </div>
    </div>
  )
}
