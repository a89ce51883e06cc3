import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { Mail, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { showToast } from '#web/parts/toast.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { useOnce } from '#web/use-once.ts'
import { NextUpdate } from './next-update.tsx'

/** For management: what is going on, what we say, what is still to be done, and when they hear more. To read and to print. */
export function StatusScreen() {
  const { t } = useLingui()
  const { incident: id } = useParams({ from: '/shell/crisis/$incident/status' })
  const { data: incident, error, refetch } = useAsk('GET /api/incidents/{id}', { params: { id } })
  useTitle(t`Status`)
  if (incident) return <Status incident={incident} />
  if (isProblem(error, 'not_found')) return <EmptyState level={1} title={t`This room is not here`} />
  return error ? (
    <FailedState error={error} retry={() => void refetch()} />
  ) : (
    <div className="p-6">
      <SkeletonRows label={t`The status is on its way`} />
    </div>
  )
}

function Status({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { key, title, happening, state, lead, comms, beganAt, lines, updates, tasks, volume, isStopped } = incident
  const line = lines.find((one) => one.state === 'approved')
  const said = updates.filter(({ kind }) => kind === 'update')
  const open = tasks.filter(({ doneAt }) => doneAt === null)
  const heard = fmt.int(volume.slice(-24).reduce((sum, { count }) => sum + count, 0))
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto print:h-auto print:overflow-visible">
      <article className="mx-auto max-w-[720px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <Link
            to="/crisis/$incident"
            params={{ incident: key }}
            className="mr-auto text-ui text-ink-2 hover:underline inline-flex min-h-6 items-center touch:min-h-11"
          >
            {t`To the room`}
          </Link>
          <Btn onClick={() => window.print()}>
            <Printer size={14} />
            {t`Print`}
          </Btn>
          {incident.can.lead && <MailStatus incident={incident} />}
        </div>
        <p className="num mt-4 text-meta font-semibold text-ink-3">
          {key} · {title}
        </p>
        <h1 className="display mt-1 text-[24px] leading-[30px] text-balance">{happening || title}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-2 text-ui">
          {state === 'closed' ? <Chip>{t`Closed`}</Chip> : <NextUpdate at={incident.nextUpdateAt} isLong />}
          {incident.needsApproval && <Chip tone="warn">{t`All replies need approval`}</Chip>}
          {isStopped && <Chip tone="warn">{t`Nothing goes out`}</Chip>}
        </p>
        <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-2 text-ui sm:grid-cols-4">
          <Fact name={t`Led by`} value={lead?.name ?? t`Nobody yet`} />
          <Fact name={t`Communications`} value={comms?.name ?? t`Nobody yet`} />
          <Fact name={t`Since`} value={fmt.whole(new Date(beganAt))} />
          <Fact name={t`Messages in 24 hours`} value={heard} />
        </dl>
        <Part title={t`What we say`}>
          <p dir="auto" className="text-[17px] leading-[26px] whitespace-pre-line">
            {line ? line.text : t`There is no approved line yet.`}
          </p>
        </Part>
        <Part title={t`Updates`}>
          {said.length === 0 && <p className="text-ui text-ink-2">{t`No update was written yet.`}</p>}
          <ol className="space-y-2">
            {said.map(({ id, text, by, at }) => (
              <li key={id}>
                <p className="num text-meta text-ink-3">
                  {fmt.whole(new Date(at))}
                  {by && ` · ${by.name}`}
                </p>
                <p dir="auto" className="text-body whitespace-pre-line">
                  {text}
                </p>
              </li>
            ))}
          </ol>
        </Part>
        <Part title={t`Still to be done`}>
          {open.length === 0 && <p className="text-ui text-ink-2">{t`Everything on the list is done.`}</p>}
          <ul className="list-disc space-y-1 pl-5 text-ui">
            {open.map(({ id, title: what, assignee }) => (
              <li key={id}>
                {what}
                {assignee && <span className="text-ink-3"> · {assignee.name}</span>}
              </li>
            ))}
          </ul>
        </Part>
      </article>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className="num font-semibold">{value}</dd>
    </div>
  )
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="mb-1 text-body font-bold">{title}</h2>
      {children}
    </section>
  )
}

function MailStatus({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { lang } = usePrefs()
  const wordsOf = useProblemWords()
  const send = useOnce('POST /api/incidents/{id}/mail', ['GET /api/incidents/{id}'])
  const mail = () =>
    send.mutate(
      { params: { id: incident.id }, body: { lang } },
      { onSuccess: ({ count }) => showToast({ text: t`The status is on its way to ${fmt.int(count)} by e-mail.` }) },
    )
  const { failed } = incident.letters
  return (
    <>
      <Btn isBusy={send.isPending} onClick={mail}>
        <Mail size={14} />
        {t`E-mail the status`}
      </Btn>
      {send.error && <FormError>{wordsOf(send.error)}</FormError>}
      {failed > 0 && <p className="w-full text-meta text-warn-t">{t`${fmt.int(failed)} could not be delivered.`}</p>}
    </>
  )
}
