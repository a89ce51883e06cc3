import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { AccountView, Conversation, Message, ReplyView } from '#api/contract/shapes.ts'
import { ask, isProblem, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { announce, dropToast, showToast } from '#web/parts/toast.tsx'
import type { Count } from './counter.ts'
import { useInbox } from './inbox-context.ts'
import { keepText } from './kept-texts.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Undoable } from './undo-stack.ts'
import type { Drafts } from './use-composer.ts'
import { rowOf } from './use-conversation.ts'
import { patchConversation, refreshInbox } from './use-decisions.ts'
import { patchReply } from './use-reply-ways.ts'
import { firstName } from './words.ts'

/** What stands between the words and the network. */
export type SendProblem =
  | { kind: 'choose' }
  | { kind: 'long'; over: number }
  | { kind: 'empty' }
  | { kind: 'faster'; by: string; text: string }
  | { kind: 'failed'; why: string }

type ThenDo = 'done' | 'stay' | 'wait'
type Given = {
  conversation: Conversation
  drafts: Drafts
  answers: Message | undefined
  account: AccountView | undefined
  isAssisted: boolean
  count: Count | undefined
  mustChoose: boolean
}

/** From written to on its way. The next conversation opens at once; if it could not go, the words wait for their writer. */
export function useSend(given: Given) {
  const { conversation, drafts, answers, account, isAssisted } = given
  const { t } = useLingui()
  const inbox = useInbox()
  const wordsOf = useProblemWords()
  const [problem, setProblem] = useState<SendProblem>()
  const [isSending, setSending] = useState(false)
  const { undoReply } = useUndoReply(conversation)

  const failed = (error: unknown, text: string, hasLeft: boolean): void => {
    const by = isProblem(error, 'taken') ? personIn(error.details) : null
    drafts.change('reply', text)
    keepText(conversation.id, { text, by, why: wordsOf(error) })
    setProblem(by ? { kind: 'faster', by: by.name, text } : { kind: 'failed', why: wordsOf(error) })
    refreshInbox()
    if (!hasLeft) return
    const openIt = (): void => {
      dropToast(`send:${conversation.id}`)
      inbox.open(rowOf(conversation))
    }
    const words = by
      ? t`Not sent: ${by.name} was faster. Your text is kept.`
      : t`Not sent. Your text is kept. ${wordsOf(error)}`
    showToast({
      id: `send:${conversation.id}`,
      tone: 'failed',
      text: words,
      action: { label: t`Open it`, run: openIt },
    })
  }

  const send = (thenDo: ThenDo, waitUntil?: Date): void => {
    const text = drafts.texts.reply.trim()
    const stop = whyNot(text, given)
    if (stop) setProblem(stop)
    if (stop || !answers || isSending) return
    if (isAssisted) handToPerson(text, answers.url)
    // What a person still has to post by hand is not done yet.
    const after: ThenDo = isAssisted ? 'stay' : thenDo
    const row = inbox.currentRow ?? rowOf(conversation)
    const at = inbox.list.rows.findIndex((one) => one.id === row.id)
    const hasLeft = after !== 'stay'
    setSending(true)
    drafts.clear('reply')
    if (hasLeft) inbox.leave(row, after === 'wait' ? 'wait' : 'finish')
    const name = firstName(answers.author, t`Somebody`)
    ask('POST /api/conversations/{id}/replies', {
      params: { id: conversation.id },
      body: {
        mentionId: answers.id,
        accountId: isAssisted ? null : (account?.id ?? null),
        text,
        thenDo: after,
        waitUntil: waitUntil?.toISOString(),
        version: newest(conversation),
      },
    })
      .then((reply) => {
        patchReply(conversation, reply)
        if (hasLeft) patchConversation(conversation.id, { state: after === 'wait' ? 'waiting' : 'done' })
        if (!isAssisted) hold(reply, { name, hasLeft, undo: () => undoReply(reply, hasLeft ? { row, at } : undefined) })
        else showToast({ text: t`Copied. Paste it on ${conversation.networkName}.` })
        refreshInbox()
      })
      .catch((error: unknown) => {
        if (hasLeft) inbox.list.putBack(row, Math.max(at, 0))
        failed(error, text, hasLeft)
      })
      .finally(() => setSending(false))
  }

  const hold = (reply: ReplyView, about: { name: string; hasLeft: boolean; undo: () => Promise<void> }): void => {
    const leavesAt = reply.dueAt ? Date.parse(reply.dueAt) : Date.now()
    const step: Undoable = { label: t`Answer to ${about.name}`, undo: about.undo, untilMs: leavesAt }
    undoStack.push(step)
    announce(t`The answer to ${about.name} goes out in a moment. Z takes it back.`)
    // In its own conversation the bar in place of the composer says it already.
    if (!about.hasLeft) return
    showToast({
      id: `reply:${reply.id}`,
      tone: 'held',
      text: t`Answer to ${about.name} goes out`,
      undo: () => void takeBack(step),
      undoUntil: { at: leavesAt, ofMs: Math.max(1_000, inbox.me.undoSeconds * 1_000) },
    })
  }

  const saveNote = (): void => {
    const text = drafts.texts.note.trim()
    if (text === '' || isSending) return
    setSending(true)
    ask('POST /api/conversations/{id}/notes', { params: { id: conversation.id }, body: { text } })
      .then((note) => {
        drafts.clear('note')
        patchConversation(conversation.id, { notes: [...conversation.notes, note] })
        refreshInbox()
      })
      .catch((error: unknown) => setProblem({ kind: 'failed', why: wordsOf(error) }))
      .finally(() => setSending(false))
  }
  return { send, saveNote, isSending, problem, clearProblem: () => setProblem(undefined) }
}

function whyNot(text: string, { count, mustChoose, account, isAssisted }: Given): SendProblem | undefined {
  if (text === '') return { kind: 'empty' }
  if (count && count.left < 0) return { kind: 'long', over: -count.left }
  return mustChoose && !account && !isAssisted ? { kind: 'choose' } : undefined
}

/** Copying and opening must happen in the very press of the key: later the browser refuses both. */
function handToPerson(text: string, url: string | null): void {
  void navigator.clipboard?.writeText(text).catch(() => {})
  if (url) window.open(url, '_blank', 'noopener,noreferrer')
}

function newest(conversation: Conversation): number {
  const known = queries.getQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] })
  return Math.max(
    conversation.version,
    ...known.flatMap(([, read]) => (read?.id === conversation.id ? [read.version] : [])),
  )
}

/** Who was faster, as the refusal names them. */
function personIn(details: Record<string, unknown>): { id: string; name: string } | null {
  for (const who of [details.by, details.owner]) {
    const person = who as { id?: unknown; name?: unknown } | undefined
    if (typeof person?.id === 'string' && typeof person.name === 'string') return { id: person.id, name: person.name }
  }
  return null
}

/** Takes an answer back before it leaves: the words return to the composer, the conversation to its place. */
export function useUndoReply(conversation: Conversation) {
  const { t } = useLingui()
  const inbox = useInbox()
  const wordsOf = useProblemWords()
  const undoReply = async (reply: ReplyView, place?: { row: ReturnType<typeof rowOf>; at: number }): Promise<void> => {
    dropToast(`reply:${reply.id}`)
    keepText(conversation.id, { text: reply.text, by: null, why: '' })
    inbox.composer.current?.setText(reply.text)
    try {
      patchReply(conversation, await ask('POST /api/replies/{id}/undo', { params: { id: reply.id }, body: {} }))
      if (place) await ask('POST /api/conversations/{id}/reopen', { params: { id: conversation.id }, body: {} })
      announce(t`Taken back. Your text is in the composer again.`)
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return refreshInbox()
    }
    if (place) {
      patchConversation(conversation.id, { state: 'open', waitUntil: null })
      inbox.list.putBack(place.row, Math.max(place.at, 0))
      inbox.open(place.row)
    }
    refreshInbox()
  }
  return { undoReply }
}
