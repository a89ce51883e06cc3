import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Lock, Plus } from 'lucide-react'
import type { IncidentListLine } from '#api/contract/incident-shapes.ts'
import { useAsk } from '#web/api.ts'
import { useCommands } from '#web/commands.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn, btnClass, Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { Alerts } from './alerts/alerts.tsx'
import { FromAlert } from './alerts/from-alert.tsx'
import { NextUpdate } from './next-update.tsx'
import { OpenIncident } from './open-incident.tsx'

/** What is going on and what went on. `?open` is the dialog; its value is what an alert was called. */
export function CrisisListScreen() {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/incidents')
  const isAlerted = (useAsk('GET /api/alerts').data?.open.length ?? 0) > 0
  const { open, alert, with: chosen = '' } = useSearch({ from: '/shell/crisis' })
  const navigate = useNavigate()
  const may = useMay()
  const setOpen = (isOpen: boolean) => void navigate({ to: '/crisis', search: isOpen ? { open: '' } : {} })
  useCommands([{ id: 'openIncident', when: () => may('incident.open'), run: () => setOpen(true) }])
  useTitle(t`Crisis room`)
  const live = data?.filter(({ state }) => state === 'open') ?? []
  const closed = data?.filter(({ state }) => state === 'closed') ?? []
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[920px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="display text-[24px] leading-[30px]">{t`Crisis room`}</h1>
            <p className="mt-1 max-w-[62ch] text-body text-pretty text-ink-2">
              {t`One story, one line, one lead. A room is only there for those in it, unless it is made open.`}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Link to="/crisis/rumours" className={btnClass()}>
              {t`Rumours`}
            </Link>
            {may('incident.open') && (
              <Btn kind={isAlerted ? 'outline' : 'primary'} onClick={() => setOpen(true)}>
                <Plus size={15} />
                {t`Open an incident`}
              </Btn>
            )}
          </div>
        </div>
        <Alerts />
        {!data && !error && (
          <div className="mt-6">
            <SkeletonRows label={t`The incidents are on their way`} count={3} />
          </div>
        )}
        {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
        {data?.length === 0 && (
          <EmptyState
            hasArt
            title={t`No incident`}
            text={t`When it matters, open a room: who leads, what we say, what is to be done and what happened stand in one place.`}
          />
        )}
        {live.length > 0 && <Incidents title={t`Now`} lines={live} />}
        {closed.length > 0 && <Incidents title={t`Closed`} lines={closed} />}
      </div>
      {alert && <FromAlert id={alert} onClose={() => setOpen(false)} />}
      {open !== undefined && !alert && (
        <OpenIncident
          begun={{ title: open, conversationIds: chosen ? chosen.split(',') : [] }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

function Incidents({ title, lines }: { title: string; lines: readonly IncidentListLine[] }) {
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="text-meta font-semibold text-ink-3">{title}</h2>
      <ul className="mt-1.5 space-y-2">
        {lines.map((line) => (
          <li key={line.id}>
            <Incident line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Incident({ line }: { line: IncidentListLine }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { key, title, happening, state, isPrivate, lead, openedAt, nextUpdateAt, tasksOpen } = line
  const isOpen = state === 'open'
  return (
    <Link
      to="/crisis/$incident"
      params={{ incident: key }}
      className="block rounded-lg border border-line bg-pane px-4 py-3 hover:border-control"
    >
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span
          className={clsx(
            'num rounded-sm px-1.5 text-meta font-semibold',
            isOpen ? 'bg-crit text-on-crit' : 'bg-sunken text-ink-2',
          )}
        >
          {key}
        </span>
        <b className="min-w-0 flex-1 basis-48 text-body font-bold">{title}</b>
        {isPrivate && <Lock size={14} aria-label={t`Private`} className="text-ink-3" />}
        <NextUpdate at={isOpen ? nextUpdateAt : null} />
      </span>
      {happening && <span className="mt-1 block text-ui text-pretty text-ink-2">{happening}</span>}
      <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          {lead && <Initials name={lead.name} size={18} />}
          {lead ? lead.name : t`Nobody leads it yet`}
        </span>
        <time dateTime={openedAt} className="num">
          {fmt.whole(new Date(openedAt))}
        </time>
        {isOpen && tasksOpen > 0 && <Chip>{plural(tasksOpen, { one: '# task to do', other: '# tasks to do' })}</Chip>}
      </span>
    </Link>
  )
}
