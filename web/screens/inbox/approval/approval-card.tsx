import { useLingui } from '@lingui/react/macro'
import { CalendarClock, CircleAlert, Stamp, Undo2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Conversation, ReplyView } from '#api/contract/shapes.ts'
import { breaksPromise } from '#domain/schedule.ts'
import { type CommandId, commandAt } from '#web/commands.ts'
import { Btn, type BtnKind } from '#web/parts/bits.tsx'
import { Field, inputClass } from '#web/parts/field.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { KeyWords } from '#web/parts/keys.tsx'
import { PromiseRing } from '#web/parts/promise.tsx'
import { LaterDialog } from '#web/screens/inbox/later/later-dialog.tsx'
import { useLater } from '#web/screens/inbox/later/use-later.ts'
import { useHouseMoment } from '#web/screens/inbox/later/use-later-choices.ts'
import { State } from '#web/screens/inbox/reply-state-line.tsx'
import { useMe } from '#web/screens/inbox/use-me.ts'
import { useReplyWays } from '#web/screens/inbox/use-reply-ways.ts'
import { type ReplyApproval, useApproval } from './use-approval.ts'
import { useLackWords, useWhyWords } from './why-words.ts'
import { wordDiff } from './word-diff.ts'

type Props = { reply: ReplyView; conversation: Conversation }

/** An answer before it leaves: who looks at it, since when and why; what they said; and saying it, for who may. */
export function ApprovalCard({ reply, conversation }: Props) {
  const { approval } = reply
  if (!approval) return null
  return approval.outcome === null ? (
    <Waiting reply={reply} conversation={conversation} approval={approval} />
  ) : (
    <Said reply={reply} conversation={conversation} approval={approval} />
  )
}

type Shown = Props & { approval: ReplyApproval }

function Waiting({ reply, conversation, approval }: Shown) {
  const { t } = useLingui()
  const fmt = useFmt()
  const ways = useReplyWays(reply, conversation)
  const [whyWords, lackWords] = [useWhyWords(), useLackWords()]
  const names = fmt.list(approval.approvers.map((one) => (one.isAway ? t`${one.name} (away)` : one.name)))
  const since = fmt.time(new Date(approval.askedAt))
  const { dueAt, promisedMinutes } = conversation
  const promised = dueAt ? fmt.moment(new Date(dueAt)) : ''
  return (
    <>
      <State icon={<Stamp size={14} className="text-warn-t" />}>
        <span className="min-w-0 flex-1 basis-56">
          {approval.approvers.length === 0
            ? t`Waits for approval since ${since}, and nobody here may give it. Ask an administrator to name somebody.`
            : t`Waits for approval since ${since}: ${names}.`}{' '}
          {whyWords(approval.why)} {lackWords(approval.lack)}
        </span>
        {dueAt && (
          <span className="inline-flex items-center gap-1">
            <PromiseRing dueAt={dueAt} promisedMinutes={promisedMinutes} />
            {t`Promised before ${promised}`}
          </span>
        )}
        {ways.canWrite && (
          <Btn small onClick={ways.undo}>
            <Undo2 size={13} />
            {t`Take it back`}
          </Btn>
        )}
      </State>
      {reply.scheduledFor && <Moment reply={reply} conversation={conversation} at={new Date(reply.scheduledFor)} />}
      {approval.previousText !== null && <Compared before={approval.previousText} after={reply.text} />}
      {approval.mayDecide && ways.canWrite && (
        <Deciding reply={reply} conversation={conversation} approval={approval} />
      )}
    </>
  )
}

/** It has a moment of its own: until somebody approves it, it does not leave then either. */
function Moment({ reply, conversation, at }: Props & { at: Date }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow()
  const momentOf = useHouseMoment()
  const [isAsking, setAsking] = useState(false)
  const ways = useLater(reply, conversation.id)
  const { canWrite } = useMe()
  const dueAt = conversation.dueAt ? new Date(conversation.dueAt) : null
  const when = momentOf(at)
  const promised = dueAt ? momentOf(dueAt) : ''
  return (
    <State icon={<CalendarClock size={14} className="text-sea" />}>
      <span className="min-w-0 flex-1 basis-48" data-scheduled>
        <b className="font-semibold text-ink" title={fmt.whole(at)}>
          {at > now ? t`Scheduled for ${when}.` : t`Its moment has passed: ${when}.`}
        </b>{' '}
        {at > now ? t`Approved later, it goes out right then.` : t`Approved, it goes out at once.`}
        {breaksPromise(at, dueAt) && (
          <span className="mt-0.5 flex items-center gap-1 font-semibold text-warn-t">
            <CircleAlert size={13} className="shrink-0" aria-hidden="true" />
            {t`That is after what was promised: ${promised}.`}
          </span>
        )}
      </span>
      {canWrite && (
        <Btn small onClick={() => setAsking(true)}>
          <CalendarClock size={13} />
          {t`Change the moment`}
        </Btn>
      )}
      {isAsking && (
        <LaterDialog
          title={t`Change the moment`}
          dueAt={dueAt}
          before={at}
          onChoose={ways.move}
          onClose={() => setAsking(false)}
        />
      )}
    </State>
  )
}

/** What is new in these words, and what is gone. */
function Compared({ before, after }: { before: string; after: string }) {
  const { t } = useLingui()
  return (
    <details className="mt-2 text-ui">
      <summary className="min-h-6 cursor-pointer text-sea touch:min-h-11">{t`What changed`}</summary>
      <p dir="auto" className="mt-1 break-words whitespace-pre-line">
        {wordDiff(before, after).map(({ kind, text }, index) => {
          // The words have no names of their own: their place is what they are.
          const key = `${index}`
          if (kind === 'same') return <span key={key}>{text}</span>
          return kind === 'added' ? (
            <ins key={key} className="bg-pos-s font-semibold">
              {text}
            </ins>
          ) : (
            <del key={key} className="bg-neg-s">
              {text}
            </del>
          )
        })}
      </p>
    </details>
  )
}

/** It was just asked for. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus()
}

function Deciding({ reply, conversation, approval }: Shown) {
  const { t } = useLingui()
  const { decide, isBusy } = useApproval(reply, conversation)
  const [asks, setAsks] = useState<'ask_changes' | 'reject'>()
  const [isForPile, setForPile] = useState(false)
  const { id: askId, pileCount } = approval
  const others = conversation.replies.filter((one) => one.id !== reply.id && one.state === 'awaits_approval').length
  const approve = (rejectsOthers: boolean) => void decide({ what: 'approve', askId, rejectsOthers, isForPile })
  return (
    <div className="mt-2 space-y-2">
      {pileCount > 1 && (
        <label className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
          <input
            type="checkbox"
            checked={isForPile}
            onChange={(event) => setForPile(event.currentTarget.checked)}
            className="size-4 accent-ink touch:size-5"
          />
          {t`For all ${pileCount} of this pile that wait`}
        </label>
      )}
      {asks ? (
        <Saying
          key={asks}
          what={asks}
          isBusy={isBusy}
          onSay={(note) => void decide({ what: asks, askId, note, isForPile })}
          onCancel={() => {
            setAsks(undefined)
            document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(conversation.key)}"]`)?.focus()
          }}
        />
      ) : (
        <div data-deciding className="flex flex-wrap gap-1.5">
          <DoBtn command="approve" does="approve" kind="ink" isBusy={isBusy} onDo={() => approve(false)}>
            {t`Approve`}
          </DoBtn>
          {others > 0 && <Btn small onClick={() => approve(true)}>{t`Approve this one, reject the other`}</Btn>}
          <DoBtn command="askChanges" does="ask_changes" onDo={() => setAsks('ask_changes')}>
            {t`Ask for changes`}
          </DoBtn>
          <DoBtn command="reject" does="reject" kind="quiet" onDo={() => setAsks('reject')}>
            {t`Reject`}
          </DoBtn>
        </div>
      )}
    </div>
  )
}

type DoProps = {
  command: CommandId
  does: 'approve' | 'ask_changes' | 'reject'
  kind?: BtnKind
  isBusy?: boolean
  onDo: () => void
  children: ReactNode
}

/** A button with the key that does the same. */
function DoBtn({ command, does, kind, isBusy, onDo, children }: DoProps) {
  return (
    <Btn small kind={kind} data-do={does} aria-disabled={isBusy || undefined} onClick={onDo}>
      {children} <KeyWords of={command} className="text-meta opacity-75" />
    </Btn>
  )
}

type SayingProps = {
  what: 'ask_changes' | 'reject'
  isBusy: boolean
  onSay: (note: string) => void
  onCancel: () => void
}

/** What is said with it: its writer reads that beside their words. The keys that send an answer send this; back closes it. */
function Saying({ what, isBusy, onSay, onCancel }: SayingProps) {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  const canSay = what === 'reject' || note.trim() !== ''
  const say = () => {
    if (canSay && !isBusy) onSay(note)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const command = commandAt(event.nativeEvent)
    if (command !== 'send' && command !== 'back') return
    event.preventDefault()
    if (command === 'send') say()
    else onCancel()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <Field label={what === 'reject' ? t`Why not` : t`What should change`} isOptional={what === 'reject'}>
        {(control) => (
          <textarea
            {...control}
            ref={focusOnce}
            rows={2}
            maxLength={1_000}
            value={note}
            onKeyDown={press}
            onChange={(event) => setNote(event.target.value)}
            className={`${inputClass} !h-auto py-2`}
          />
        )}
      </Field>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Btn small type="submit" aria-disabled={isBusy || !canSay || undefined}>
          {what === 'reject' ? t`Reject` : t`Ask for changes`} <KeyWords of="send" className="text-meta opacity-75" />
        </Btn>
        <Btn small kind="quiet" onClick={onCancel}>{t`Cancel`}</Btn>
      </div>
    </form>
  )
}

/** Of what did not go out: who sent it back, and what they said about it. */
function Said({ reply, conversation, approval }: Shown) {
  const { t } = useLingui()
  const ways = useReplyWays(reply, conversation)
  const who = approval.by?.name ?? t`A colleague`
  if (approval.outcome !== 'changes' && approval.outcome !== 'rejected') return null
  return (
    <State icon={<CircleAlert size={14} className="text-warn-t" />}>
      <span className="min-w-0 flex-1 basis-56 break-words">
        {approval.outcome === 'changes' ? t`${who} asks for changes.` : t`${who} rejected it.`} {approval.note}
      </span>
      {ways.canWrite && <Btn small onClick={ways.writeAgain}>{t`Use the text again`}</Btn>}
    </State>
  )
}
