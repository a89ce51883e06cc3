import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, Check, GraduationCap, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useCommands, useKeysOf } from '#web/commands.ts'
import { Face } from '#web/parts/avatar.tsx'
import { Btn, btnClass, SentimentGlyph, useSentimentName } from '#web/parts/bits.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { Kbd } from '#web/parts/keys.tsx'
import { announce } from '#web/parts/toast.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { type PracticeTask, practicePath, practiceTasks } from '#web/screens/inbox/practice-path.ts'
import { useSession } from '#web/session.ts'
import { PracticeAnswer } from './practice-answer.tsx'
import { nextPractice, practised, usePractised } from './practice-store.ts'
import { type PracticeMessage, usePracticeMessages } from './practice-words.ts'
import { usePracticeEnd } from './use-practice-end.ts'
import { useTaskKeys } from './use-task-keys.ts'

/** A conversation with somebody who does not exist. It has the frame and the name of an exercise at all times, and asks no server. */
export function PracticePane({ task }: { task: PracticeTask }) {
  const { t } = useLingui()
  const message = usePracticeMessages()[task]
  const finished = usePractised()
  const isDone = finished.has(task)
  const go = useGoOn(task)
  const field = useRef<HTMLTextAreaElement>(null)
  const act = (): void => {
    practised(task)
    announce(message.did)
    if (task === 'done') go(new Set([...finished, task]))
  }
  usePracticeKeys({ task, isDone, act })
  useEffect(() => {
    if (task === 'reply' && isDone) field.current?.focus()
  }, [task, isDone])
  return (
    <section
      aria-label={t`Exercise`}
      data-practice={task}
      className="m-1.5 flex min-h-0 min-w-0 flex-col overflow-hidden rounded-xl border-2 border-mix-f bg-pane max-md:m-0 max-md:rounded-none"
    >
      <Header task={task} />
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-4 max-md:px-4">
        <Words message={message} />
        <Task task={task} message={message} isDone={isDone} act={act} goOn={() => go(finished)} />
      </div>
      {task === 'reply' && isDone && finished.size < practiceTasks.length && (
        <PracticeAnswer field={field} onSend={() => go(finished)} />
      )}
    </section>
  )
}

function Header({ task }: { task: PracticeTask }) {
  const { t } = useLingui()
  const { view, search } = useInbox()
  const { end, isEnding } = usePracticeEnd()
  const at = practiceTasks.indexOf(task) + 1
  const of = practiceTasks.length
  return (
    <header className="flex h-[54px] shrink-0 items-center gap-2 border-b border-line bg-mix-s pr-3 pl-5 max-md:pl-1.5">
      <Link
        to="/inbox/$view"
        params={{ view }}
        search={search}
        aria-label={t`Back to the list`}
        className="grid size-11 shrink-0 place-items-center rounded-md text-ink-2 md:hidden"
      >
        <ArrowLeft size={18} />
      </Link>
      <GraduationCap size={18} className="shrink-0 text-mix-t" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-[15px] leading-[18px] font-bold text-mix-t">{t`Exercise ${at} of ${of}`}</h2>
        <p className="truncate text-meta text-ink-2">{t`Nobody wrote this, and nothing leaves from here.`}</p>
      </div>
      {usePractised().size < of && <Btn kind="quiet" isBusy={isEnding} onClick={end}>{t`Skip it`}</Btn>}
    </header>
  )
}

function Words({ message }: { message: PracticeMessage }) {
  const ours = useSession().workspace?.name ?? ''
  const sentimentName = useSentimentName()
  const at = ours === '' ? -1 : message.text.indexOf(ours)
  return (
    <article className="grid grid-cols-[44px_1fr] gap-x-3 max-md:grid-cols-[36px_1fr]">
      <Face id={message.handle} size={44} className="max-md:!size-9" />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <b className="text-body font-bold">{message.name}</b>
          <span className="text-ui text-ink-3">@{message.handle}</span>
        </div>
        <p className="mt-1 text-read text-pretty break-words">
          <Hits text={message.text} spans={at < 0 ? [] : [[at, at + ours.length]]} />
        </p>
        <p className="mt-2.5 flex items-center gap-1.5 text-meta text-ink-3">
          <SentimentGlyph sentiment={message.sentiment} />
          <span aria-hidden="true">{sentimentName(message.sentiment)}</span>
        </p>
      </div>
    </article>
  )
}

type TaskProps = {
  task: PracticeTask
  message: PracticeMessage
  isDone: boolean
  act: () => void
  goOn: () => void
}

/** What to press now; afterwards what came of it, and the way on. */
function Task({ task, message, isDone, act, goOn }: TaskProps) {
  const { t } = useLingui()
  const finished = usePractised()
  const { end, isEnding } = usePracticeEnd()
  const keys = useTaskKeys(task)
  const isLast = finished.size === practiceTasks.length
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3.5">
      {isDone ? (
        <Check size={22} strokeWidth={2.6} className="shrink-0 text-pos-t" aria-hidden="true" />
      ) : (
        keys.length > 0 && (
          <span
            aria-hidden="true"
            className="display grid h-10 min-w-10 shrink-0 place-items-center rounded-md border border-b-[3px] border-control bg-pane px-2 text-[20px] touch:hidden"
          >
            {keys.join(' ')}
          </span>
        )
      )}
      <p className="min-w-0 flex-1 basis-56 text-body text-pretty">
        {isDone ? message.did : message.ask}
        {isLast && <MostOfIt />}
      </p>
      {isDone && isLast && (
        <button type="button" disabled={isEnding} onClick={end} className={`${btnClass('primary')} !h-9 !px-3.5`}>
          {t`To the real inbox`}
          <ArrowRight size={15} />
        </button>
      )}
      {isDone && !isLast && task !== 'reply' && (
        <Btn onClick={goOn}>
          {t`The next one`}
          <ArrowRight size={14} />
        </Btn>
      )}
      {!isDone && <TaskButton task={task} onPress={act} />}
    </div>
  )
}

function MostOfIt() {
  const { t } = useLingui()
  const keys = useKeysOf('keys').join(' ')
  return (
    <span className="block text-ink-2">
      {t`These three are most of the work.`} {keys && t`${keys} shows all keys.`}
    </span>
  )
}

/** The same as the key, for a hand on the screen. */
function TaskButton({ task, onPress }: { task: PracticeTask; onPress: () => void }) {
  const { t } = useLingui()
  const keys = useTaskKeys(task)
  const names = { reply: t`Reply`, done: t`Done`, undo: t`Take back` }
  return (
    <Btn onClick={onPress}>
      {task === 'done' && <Check size={14} />}
      {task === 'undo' && <RotateCcw size={14} />}
      {names[task]}
      {keys.length > 0 && <Kbd>{keys.join(' ')}</Kbd>}
    </Btn>
  )
}

/** The very commands of the inbox, while this stands: what one learns here works there. */
function usePracticeKeys({ task, isDone, act }: { task: PracticeTask; isDone: boolean; act: () => void }) {
  const when = (mine: PracticeTask) => () => task === mine && !isDone
  useCommands([
    { id: 'reply', when: when('reply'), run: act },
    { id: 'done', when: when('done'), run: act },
    { id: 'undo', when: when('undo'), run: act },
  ])
}

/** On to the next that was not done; after the last one stays, and the way to the inbox is here. */
function useGoOn(task: PracticeTask): (finished: ReadonlySet<PracticeTask>) => void {
  const { open } = useInbox()
  return (finished) => {
    const next = nextPractice(task, finished)
    if (!next) return
    const path = practicePath(next)
    open({ id: path, key: path }, { isQuiet: true })
  }
}
