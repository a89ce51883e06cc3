import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { FormError, Input, Select } from '#web/parts/field.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useOnce } from '#web/use-once.ts'
import { Panel } from './panel.tsx'

type Task = IncidentView['tasks'][number]
const refresh = ['GET /api/incidents/{id}'] as const

/** The checklist of the playbook, and what came up. */
export function Tasks({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { tasks, can } = incident
  const done = fmt.int(tasks.filter(({ doneAt }) => doneAt !== null).length)
  const all = fmt.int(tasks.length)
  return (
    <Panel title={t`To do`} action={<span className="num text-meta text-ink-3">{t`${done} of ${all} done`}</span>}>
      {tasks.length === 0 && <p className="text-ui text-ink-2">{t`Nothing is on the list.`}</p>}
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.id}>
            <OneTask task={task} mayChange={can.work} />
          </li>
        ))}
      </ul>
      {can.work && <NewTask id={incident.id} />}
    </Panel>
  )
}

function OneTask({ task, mayChange }: { task: Task; mayChange: boolean }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const members = useAsk('GET /api/members').data?.members ?? []
  const change = useChange('PATCH /api/incident-tasks/{id}', { refresh, isAtOnce: true })
  const remove = useChange('DELETE /api/incident-tasks/{id}', { refresh, isAtOnce: true })
  const { id, title, who, dueAt, assignee, doneBy, doneAt } = task
  const isDone = doneAt !== null
  const doer = doneBy?.name
  const problem = change.error ?? remove.error
  return (
    <div className="py-1.5">
      <div className="flex items-start gap-2">
        <label className="flex min-h-8 min-w-0 flex-1 items-start gap-2 pt-1 text-ui touch:min-h-11">
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0"
            checked={isDone}
            disabled={!mayChange}
            onChange={(event) => change.mutate({ params: { id }, body: { isDone: event.currentTarget.checked } })}
          />
          <span className={clsx('min-w-0 break-words', isDone && 'text-ink-3 line-through')}>{title}</span>
        </label>
        {mayChange && (
          <IconBtn label={t`Remove ${title}`} onClick={() => remove.mutate({ params: { id } })}>
            <X size={14} />
          </IconBtn>
        )}
      </div>
      {!isDone && (who || dueAt) && <Planned who={who} dueAt={dueAt} />}
      {isDone
        ? doer && <p className="pl-6 text-meta text-ink-3">{t`Done by ${doer}`}</p>
        : mayChange && (
            <Select
              aria-label={t`Who does ${title}`}
              className="ml-6 h-7! w-48! px-2! text-meta! touch:h-11!"
              value={assignee?.id ?? ''}
              onChange={(event) =>
                change.mutate({ params: { id }, body: { assigneeId: event.currentTarget.value || null } })
              }
              choices={[
                { value: '', label: t`Nobody yet` },
                ...members.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          )}
      {!mayChange && !isDone && assignee && <p className="pl-6 text-meta text-ink-3">{assignee.name}</p>}
      {problem && <FormError>{wordsOf(problem)}</FormError>}
    </div>
  )
}

/** As the playbook has it: whose it is, and until when. */
function Planned({ who, dueAt }: { who: string; dueAt: string | null }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow()
  const due = dueAt === null ? undefined : new Date(dueAt)
  const isLate = due !== undefined && due < now
  const when = due && fmt.moment(due)
  return (
    <p className="num mb-1 pl-6 text-meta text-ink-3">
      {who}
      {who && when && ' · '}
      {when && (
        <span className={isLate ? 'font-semibold text-warn-t' : undefined}>
          {isLate ? t`should have been done at ${when}` : t`before ${when}`}
        </span>
      )}
    </p>
  )
}

function NewTask({ id }: { id: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [title, setTitle] = useState('')
  const add = useOnce('POST /api/incidents/{id}/tasks', refresh)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim() || add.isPending) return
    // The next one may be begun before the answer is here.
    const clear = () => setTitle((now) => (now === title ? '' : now))
    add.mutate({ params: { id }, body: { title: title.trim() } }, { onSuccess: clear })
  }
  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap gap-2">
      <Input
        aria-label={t`New task`}
        placeholder={t`New task`}
        className="w-auto! flex-1 basis-40"
        maxLength={most.task}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Btn type="submit" isBusy={add.isPending} disabled={title.trim() === ''}>{t`Add task`}</Btn>
      {add.error && <FormError>{wordsOf(add.error)}</FormError>}
    </form>
  )
}
