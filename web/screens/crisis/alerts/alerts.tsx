import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { EarOff } from 'lucide-react'
import type { AlertsView, ListedAlertView } from '#api/contract/alert-shapes.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useAlertName, useAlertSentence, useFalseAlarmReasons } from './alert-words.ts'
import { FlaredUp, OpenAlert } from './open-alert.tsx'

/** What is unusual and bad now, what was lately, and whether anybody would hear it. */
export function Alerts() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { data, error, refetch } = useAsk('GET /api/alerts')
  if (!data)
    return (
      <div className="mt-6">
        {error ? (
          <FailedState error={error} retry={() => void refetch()} className="m-0!" />
        ) : (
          <SkeletonRows label={t`The alerts are on their way`} count={1} />
        )}
      </div>
    )
  const { open, recent } = data
  return (
    <section aria-label={t`Alerts`} className="mt-5">
      <Listening alerts={data} />
      {open.length > 0 && (
        <div className="mt-3 space-y-3">
          {open.map((alert, at) => (
            <OpenAlert
              key={alert.id}
              alert={alert}
              kind={at === 0 ? 'primary' : 'ink'}
              onOpen={() => void navigate({ to: '/crisis', search: { alert: alert.id } })}
            />
          ))}
        </div>
      )}
      {recent.length > 0 && <Recent alerts={recent} />}
    </section>
  )
}

/** Calm is only said where somebody listens. */
function Listening({ alerts: { open, isOn, lookedAt, listening } }: { alerts: AlertsView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const time = lookedAt ? fmt.moment(new Date(lookedAt)) : ''
  const sources = fmt.list(listening.sources.map(({ name }) => name))
  const settings = (
    <Link
      to="/settings/alerts"
      className="inline-flex min-h-6 items-center underline underline-offset-2 touch:min-h-11"
    >
      {t`Alerts and expected peaks`}
    </Link>
  )
  if (listening.isDeaf)
    return (
      <p data-deaf className="flex items-start gap-2.5 rounded-lg bg-warn-s px-3.5 py-2.5 text-ui">
        <EarOff size={16} aria-hidden="true" className="mt-px shrink-0 text-warn-t" />
        <span className="min-w-0">
          <b className="font-bold">{t`Not everything is heard: ${sources}.`}</b>{' '}
          {t`Quiet is not calm. What is said there raises no alert.`}
          <Link
            to="/listen"
            className="flex min-h-6 w-fit items-center font-semibold underline underline-offset-2 touch:min-h-11"
          >
            {t`To the sources`}
          </Link>
        </span>
      </p>
    )
  return (
    <p className="num text-ui text-ink-2">
      {!isOn && t`Alerts are off: nobody is told when something unusual is said.`}
      {isOn && !lookedAt && t`Nothing was looked at yet.`}
      {isOn && lookedAt && open.length === 0 && t`Nothing unusual; looked at ${time}.`}
      {isOn && lookedAt && open.length > 0 && t`Looked at ${time}.`} {settings}
    </p>
  )
}

/** Over, or none after all. */
function Recent({ alerts }: { alerts: readonly ListedAlertView[] }) {
  const { t } = useLingui()
  return (
    <details data-recent-alerts className="mt-3">
      <summary className="min-h-6 cursor-pointer text-ui font-semibold text-ink-2 hover:text-ink touch:min-h-11">
        {t`Earlier alerts`}
      </summary>
      <ul className="mt-1 divide-y divide-line rounded-lg border border-line bg-pane px-4">
        {alerts.map((alert) => (
          <li key={alert.id} className="py-2">
            <Earlier alert={alert} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Earlier({ alert }: { alert: ListedAlertView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const name = useAlertName()(alert)
  const sentence = useAlertSentence()(alert)
  const reasons = useFalseAlarmReasons()
  const { raisedAt, worstSeverity, falseAlarm, incident } = alert
  const who = falseAlarm?.by?.name ?? t`somebody who left`
  const reason = falseAlarm ? reasons[falseAlarm.reason] : ''
  const note = falseAlarm?.note ? ` “${falseAlarm.note}”` : ''
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
        <b className="min-w-0 font-semibold break-words">{name}</b>
        <time dateTime={raisedAt} title={fmt.whole(new Date(raisedAt))} className="num text-meta text-ink-3">
          {fmt.moment(new Date(raisedAt))}
        </time>
        <span className="num text-meta text-ink-3">{t`at its worst ${worstSeverity} of 10`}</span>
        {incident && (
          <Link
            to="/crisis/$incident"
            params={{ incident: incident.key }}
            className="num inline-flex min-h-6 items-center text-meta font-semibold underline underline-offset-2 touch:min-h-11"
          >
            {incident.key}
          </Link>
        )}
      </p>
      <p className="text-ui text-pretty text-ink-2">{sentence}</p>
      <FlaredUp again={alert.again} />
      {falseAlarm && (
        <p className="text-meta text-ink-3">
          {t`No crisis, said ${who}: ${reason}.`}
          {note}
        </p>
      )}
    </>
  )
}
