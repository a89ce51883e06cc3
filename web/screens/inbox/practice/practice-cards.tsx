import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Check, GraduationCap } from 'lucide-react'
import { Face } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { Kbd } from '#web/parts/keys.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { type PracticeTask, practiceIn, practicePath, practiceTasks } from '#web/screens/inbox/practice-path.ts'
import { usePractised } from './practice-store.ts'
import { type PracticeMessage, usePracticeMessages } from './practice-words.ts'
import { usePracticeEnd } from './use-practice-end.ts'
import { useTaskKeys } from './use-task-keys.ts'

/** On top of the real inbox: three messages to try the keys on. One line each, so that the work below stays in sight. */
export function PracticeCards() {
  const { t } = useLingui()
  const { current } = useInbox()
  const messages = usePracticeMessages()
  const finished = usePractised()
  const { end, isEnding } = usePracticeEnd()
  return (
    <section
      aria-label={t`Exercise`}
      className="mx-2 mb-2 shrink-0 rounded-lg border-[1.5px] border-mix-f bg-mix-s/40 pb-1"
    >
      <div className="flex h-9 items-center gap-1.5 pr-1 pl-2.5 text-meta touch:h-11">
        <GraduationCap size={14} className="shrink-0 text-mix-t" aria-hidden="true" />
        <h2 className="font-semibold text-mix-t">{t`Exercise`}</h2>
        <span className="num text-ink-3">
          {finished.size}/{practiceTasks.length}
        </span>
        <span className="flex-1" />
        {finished.size < practiceTasks.length && (
          <Btn small kind="quiet" isBusy={isEnding} onClick={end} className="!text-meta">
            {t`Skip it`}
          </Btn>
        )}
      </div>
      <ul>
        {practiceTasks.map((task) => (
          <li key={task}>
            <PracticeCard
              task={task}
              message={messages[task]}
              isCurrent={practiceIn(current) === task}
              isDone={finished.has(task)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type CardProps = { task: PracticeTask; message: PracticeMessage; isCurrent: boolean; isDone: boolean }

function PracticeCard({ task, message, isCurrent, isDone }: CardProps) {
  const { t } = useLingui()
  const { open } = useInbox()
  const keys = useTaskKeys(task)
  const path = practicePath(task)
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => open({ id: path, key: path }, { isQuiet: true, replace: false })}
      className={clsx(
        'relative mx-1 flex h-9 w-[calc(100%-8px)] items-center gap-2.5 rounded-md px-1.5 text-left text-ui touch:h-11',
        isCurrent ? 'md:bg-selected md:shadow-1' : 'hover:bg-sunken',
      )}
    >
      <Face id={message.handle} size={24} />
      <b className={clsx('shrink-0', isDone ? 'font-normal text-ink-3' : 'font-semibold')}>{message.name}</b>
      <span className="min-w-0 flex-1 truncate text-meta text-ink-3">{message.text}</span>
      {isDone ? (
        <Check size={14} className="shrink-0 text-pos-t" aria-label={t`Done`} />
      ) : (
        keys.length > 0 && <Kbd>{keys.join(' ')}</Kbd>
      )}
    </button>
  )
}
