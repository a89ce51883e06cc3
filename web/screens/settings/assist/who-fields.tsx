import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { assistTasks } from '#domain/assist/assist-task.ts'
import { useAsk } from '#web/api.ts'
import { useTaskWords } from '#web/screens/inbox/assist/task-words.ts'
import { type AssistForm, toggled } from './assist-form.ts'

type Props = { form: AssistForm; set: (part: Partial<AssistForm>) => void }

/** With what it may help, and whom. */
export function WhoFields({ form, set }: Props) {
  const { t } = useLingui()
  const tasks = useTaskWords()
  const departments = useAsk('GET /api/departments').data ?? []
  const members = (useAsk('GET /api/members').data?.members ?? []).filter(({ role }) => role !== 'observer')
  const isForAll = form.departmentIds.length === 0 && form.memberIds.length === 0
  return (
    <>
      <Chips label={t`What it may help with`}>
        {assistTasks.map((task) => (
          <Toggle key={task} isOn={form.tasks.includes(task)} onClick={() => set({ tasks: toggled(form.tasks, task) })}>
            {tasks[task]}
          </Toggle>
        ))}
      </Chips>
      <Chips
        label={t`Whom it may help`}
        help={
          isForAll
            ? t`Everybody who may answer. Choose some to keep it to them.`
            : t`Only these, while they may answer.`
        }
      >
        {departments.map(({ id, name }) => (
          <Toggle
            key={id}
            isOn={form.departmentIds.includes(id)}
            onClick={() => set({ departmentIds: toggled(form.departmentIds, id) })}
          >
            {name}
          </Toggle>
        ))}
        {members.map(({ id, name }) => (
          <Toggle
            key={id}
            isOn={form.memberIds.includes(id)}
            onClick={() => set({ memberIds: toggled(form.memberIds, id) })}
          >
            {name}
          </Toggle>
        ))}
      </Chips>
    </>
  )
}

function Chips({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-ui font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
      {help && <p className="mt-1.5 text-meta text-ink-3">{help}</p>}
    </fieldset>
  )
}

function Toggle({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={clsx(
        'inline-flex min-h-7 items-center gap-1 rounded-md border px-2 text-left text-ui touch:min-h-11',
        isOn ? 'border-ink bg-sunken font-semibold' : 'border-line-strong bg-pane text-ink-2',
      )}
    >
      {isOn && <Check size={13} aria-hidden="true" />}
      {children}
    </button>
  )
}
