import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Lock, LockOpen, Settings2 } from 'lucide-react'
import { useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { useChange } from '#web/api.ts'
import { useCommands } from '#web/commands.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn, btnClass, Chip, IconBtn } from '#web/parts/bits.tsx'
import { BarStrip } from '#web/parts/charts/bar-strip.tsx'
import { FormError, Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { CloseIncident } from './close-incident.tsx'
import { NextUpdate } from './next-update.tsx'
import { RoomCourse } from './room-course.tsx'
import { RoomSettings } from './room-settings.tsx'
import { StopAll } from './stop-all.tsx'
import { WriteEntry } from './write-entry.tsx'

type Over = 'settings' | 'close' | 'update' | 'stop'

/** What is going on in one sentence, who leads, when the next update is, and what the whole room can do. Here alone is red. */
export function RoomHead({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [over, setOver] = useState<Over>()
  const reopen = useChange('POST /api/incidents/{id}/reopen', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  const { key, title, happening, state, isPrivate, can } = incident
  useCommands([{ id: 'writeUpdate', when: () => can.work, run: () => setOver('update') }])
  const isOpen = state === 'open'
  const close = () => setOver(undefined)
  return (
    <header>
      {isOpen && <div aria-hidden="true" className="mb-3 h-1 rounded-full bg-crit" />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <p className="flex flex-wrap items-center gap-2 text-meta font-semibold">
            <Link
              to="/crisis"
              className="text-ink-3 hover:text-ink hover:underline inline-flex min-h-6 items-center touch:min-h-11"
            >{t`Crisis room`}</Link>
            <span className={isOpen ? 'num rounded-sm bg-crit px-1.5 text-on-crit' : 'num rounded-sm bg-sunken px-1.5'}>
              {key}
            </span>
            {!isOpen && <Chip>{t`Closed`}</Chip>}
            <span className="inline-flex items-center gap-1 text-ink-3">
              {isPrivate ? <Lock size={12} aria-hidden="true" /> : <LockOpen size={12} aria-hidden="true" />}
              {isPrivate ? t`Private` : t`Open to everybody here`}
            </span>
          </p>
          <h1 className="display mt-1 text-[24px] leading-[30px] text-balance">{happening || title}</h1>
          {happening && <p className="text-ui text-ink-2">{title}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <NextUpdate at={isOpen ? incident.nextUpdateAt : null} isLong />
          {can.work && (
            <Btn kind="primary" data-write-update onClick={() => setOver('update')}>{t`Write an update`}</Btn>
          )}
          <Link to="/crisis/$incident/status" params={{ incident: key }} className={btnClass('outline')}>
            {t`Status`}
          </Link>
          <Link to="/crisis/$incident/print" params={{ incident: key }} className={btnClass('outline')}>
            {t`Export`}
          </Link>
          {can.lead && <Btn data-close-incident onClick={() => setOver('close')}>{t`Close…`}</Btn>}
          {!isOpen && (
            <Btn isBusy={reopen.isPending} onClick={() => reopen.mutate({ params: { id: incident.id } })}>
              {t`Open again`}
            </Btn>
          )}
          {can.lead && (
            <IconBtn data-room-settings label={t`Who, what about, and how often`} onClick={() => setOver('settings')}>
              <Settings2 size={16} />
            </IconBtn>
          )}
        </div>
      </div>
      {reopen.error && <FormError>{wordsOf(reopen.error)}</FormError>}
      <Facts incident={incident} onStop={() => setOver('stop')} />
      {isOpen && <RoomCourse incident={incident} />}
      {over === 'settings' && <RoomSettings incident={incident} onClose={close} />}
      {over === 'close' && <CloseIncident incident={incident} onClose={close} />}
      {over === 'update' && <WriteEntry incident={incident} kind="update" onClose={close} />}
      {over === 'stop' && <StopAll incident={incident} onClose={close} />}
    </header>
  )
}

function Facts({ incident, onStop }: { incident: IncidentView; onStop: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const hold = useChange('POST /api/incidents/{id}/hold', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  const { lead, comms, state, beganAt, volume, needsApproval, isStopped, can, people } = incident
  const values = volume.map(({ count }) => count)
  const all = values.reduce((sum, one) => sum + one, 0)
  const heard = t`${fmt.int(all)} messages in 48 hours`
  const labels = volume.map(({ hour, count }) => `${fmt.whole(new Date(hour))}: ${fmt.int(count)}`)
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl border border-line bg-pane px-4 py-3">
      <Person name={t`Led by`} who={lead} />
      <Person name={t`Communications`} who={comms} />
      <div>
        <p className="text-meta text-ink-3">{t`Since`}</p>
        <time dateTime={beganAt} className="num text-ui" title={fmt.whole(new Date(beganAt))}>
          {fmt.moment(new Date(beganAt))}
        </time>
      </div>
      <div>
        <p className="text-meta text-ink-3">{t`In the room`}</p>
        <p className="num text-ui" title={fmt.list(people.map(({ name }) => name))}>
          {fmt.int(people.length)}
        </p>
      </div>
      {/* Below an open room it is drawn as a whole. */}
      {state === 'closed' && (
        <div className="max-sm:hidden">
          <p className="num text-meta text-ink-3">{heard}</p>
          <BarStrip values={values.slice(-24)} labels={labels.slice(-24)} sentence={heard} />
        </div>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:ml-0">
        <Switch
          label={t`All replies need approval`}
          isOn={needsApproval}
          disabled={!can.lead}
          onChange={(isOn) => hold.mutate({ params: { id: incident.id }, body: { needsApproval: isOn } })}
        />
        {isStopped ? (
          <Chip tone="warn">{t`Nothing goes out`}</Chip>
        ) : (
          can.lead && <Btn kind="danger" data-stop-everything onClick={onStop}>{t`Stop everything…`}</Btn>
        )}
      </div>
      {hold.error && <FormError>{wordsOf(hold.error)}</FormError>}
    </div>
  )
}

function Person({ name, who }: { name: string; who: { name: string } | null }) {
  const { t } = useLingui()
  return (
    <div>
      <p className="text-meta text-ink-3">{name}</p>
      <p className="flex items-center gap-1.5 text-ui font-semibold">
        {who && <Initials name={who.name} size={20} />}
        {who ? who.name : <span className="font-normal text-ink-2">{t`Nobody yet`}</span>}
      </p>
    </div>
  )
}
