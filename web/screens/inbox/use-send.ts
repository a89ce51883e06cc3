import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import type { AccountView, Conversation, Message, ReplyView, Row } from '#api/contract/shapes.ts'
import type { GateFinding } from '#domain/promotion/judge-answer.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { AfterReply, Visibility } from '#domain/reply.ts'
import { slotsIn } from '#domain/slots.ts'
import { ask, isProblem, newKey } from '#web/api.ts'
import { keysSaid } from '#web/commands.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { announce, dropToast, showToast } from '#web/parts/toast.tsx'
import type { Count } from './counter.ts'
import { newestVersion } from './decision-asks.ts'
import { handToPerson } from './hand-to-person.ts'
import { type ComeBack, composerOf, useInbox } from './inbox-context.ts'
import { keepText, plainWay, type SendWay } from './kept-texts.ts'
import { patchConversation, refreshInbox } from './patch-answers.ts'
import { presenceTeller } from './presence.ts'
import { gatedBy } from './promotion/gated.ts'
import { queuedNote } from './queued-note.ts'
import { orQueue } from './send-decision.ts'
import { snippetsUsed } from './snippets/snippets-used.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Undoable } from './undo-stack.ts'
import type { Drafts } from './use-composer.ts'
import { rowOf } from './use-conversation.ts'
import { patchReply } from './use-reply-ways.ts'
import { firstName } from './words.ts'

/** What stands between the words and the network. */
export type SendProblem =
  | { kind: 'choose' }
  | { kind: 'long'; over: number }
  | { kind: 'empty' }
  | { kind: 'unfilled'; slots: string }
  | { kind: 'faster'; by: string; text: string }
  | { kind: 'failed'; why: string }
  | { kind: 'not_private' }
  | { kind: 'gated'; findings: readonly GateFinding[] }

/** When it leaves, until when its conversation rests, and what of the gate was seen. */
export type SendMore = { waitUntil?: Date; sendAt?: Date; override?: Override }

type Given = {
  conversation: Conversation
  drafts: Drafts
  visibility: Visibility
  canDirect: boolean
  answers: Message | undefined
  account: AccountView | undefined
  isAssisted: boolean
  count: Count | undefined
  mustChoose: boolean
  /** How it was sent before, when that was refused. */
  wayBefore: SendWay | undefined
}

/** From written to on its way. The next conversation opens at once; if it could not go, the words wait for their writer. */
export function useSend(given: Given) {
  const { conversation, drafts, visibility, answers, account, isAssisted } = given
  const { t } = useLingui()
  const inbox = useInbox()
  const [problem, setProblem] = useState<SendProblem>()
  const [isSending, setSending] = useState(false)
  const { undoReply } = useUndoReply(conversation)
  const hold = useHold()
  const sayWhen = useSayWhen()
  const [way, setWay] = useState(given.wayBefore ?? plainWay)
  const failed = useFailed(given, setProblem)
  const saveNote = useSaveNote(given, { isSending, setSending, setProblem })

  const send = (thenDo: AfterReply, more: SendMore = {}): void => {
    const { waitUntil, sendAt, override } = more
    const text = drafts.texts.reply.trim()
    const stop = whyNot(text, given)
    if (stop) setProblem(stop)
    setWay({ thenDo, waitUntil, sendAt })
    if (stop || !answers || isSending) return
    const row = inbox.currentRow ?? rowOf(conversation)
    // What a person still has to post by hand, and what waits for its moment, is done when it stands, not before.
    const hasLeft = !isAssisted && thenDo !== 'stay' && !sendAt
    setSending(true)
    drafts.clear('reply')
    presenceTeller.stopped()
    const comeBack = hasLeft ? inbox.leave(row, thenDo === 'wait' ? 'wait' : 'finish') : undefined
    const accountId = isAssisted ? null : (account?.id ?? null)
    const snippets = snippetsUsed(conversation.id)
    const until = waitUntil?.toISOString()
    const at = sendAt?.toISOString()
    const body = {
      ...{
        mentionId: answers.id,
        accountId,
        text,
        thenDo,
        waitUntil: until,
        sendAt: at,
        visibility,
        override,
        snippets,
      },
    }
    const about = { name: firstName(answers.author, t`Somebody`), hasLeft }
    const label = t`Answer to ${about.name}`
    // At once, even while the claim of the first key is under way: the page may be closed the next moment.
    const posted = postReply(conversation, { body, label })
    const handed = isAssisted ? handToPerson(posted, answers.url) : undefined
    const undo = async (): Promise<void> => {
      const reply = await posted.catch(() => undefined)
      if (reply) await undoReply(reply, comeBack && { row, comeBack })
    }
    // On the stack before the server has answered: a quick Z is about this answer, and not about what was done before it.
    const step: Undoable = { label, undo }
    if (!isAssisted) undoStack.push(step)
    const sent = (reply: ReplyView | QueuedReply): void => {
      setWay(plainWay)
      // It waits in this browser, and says so in the place of the composer and above the screen.
      if ('key' in reply) return
      patchReply(conversation, reply)
      // Nothing is closed before somebody else has looked at it.
      if (reply.state === 'awaits_approval') {
        showToast({ text: t`The answer to ${about.name} waits for approval.` })
        refreshInbox()
        return
      }
      if (hasLeft) patchConversation(conversation.id, { state: thenDo === 'wait' ? 'waiting' : 'done' })
      if (handed) void handed.then(sayHanded)
      else if (reply.scheduledFor) sayWhen(reply.scheduledFor, step)
      else hold(reply, { ...about, step })
      refreshInbox()
    }
    const sayHanded = (isCopied: boolean | undefined): void => {
      if (isCopied) showToast({ text: t`Copied. Paste it on ${conversation.networkName}.` })
      else if (isCopied === false) showToast({ text: t`The browser copied nothing. Copy it where the answer stands.` })
    }
    posted
      .then(sent, (error: unknown) => {
        undoStack.drop(step)
        comeBack?.()
        failed(error, { text, way: { thenDo, waitUntil, sendAt }, hasLeft })
      })
      .finally(() => setSending(false))
  }
  return { send, way, saveNote, isSending, problem, clearProblem: () => setProblem(undefined) }
}

type NewReply = Omit<Ask<'POST /api/conversations/{id}/replies'>['body'], 'version'>

/** It waits in this browser for the connection. */
type QueuedReply = { key: string }

function postReply(
  conversation: Conversation,
  { body: given, label }: { body: NewReply; label: string },
): Promise<ReplyView | QueuedReply> {
  const name = 'POST /api/conversations/{id}/replies'
  const { id, title } = conversation
  const key = newKey()
  const body = { ...given, version: newestVersion(conversation) }
  const send = () => ask(name, { params: { id }, body }, undefined, { key })
  const change = changeBy(given)
  const about = { id, key: conversation.key, title }
  return orQueue(send, {
    key,
    name,
    params: { id },
    body,
    kind: 'reply',
    conversation: about,
    label,
    change,
    answer: { key },
  })
}

/** How the conversation looks once it is answered. */
function changeBy({ thenDo, accountId, waitUntil, sendAt }: NewReply): Partial<Row> {
  if (thenDo === 'stay' || accountId === null || sendAt !== undefined) return {}
  return thenDo === 'wait'
    ? { state: 'waiting', waitUntil: waitUntil ?? null, waitsFor: 'time' }
    : { state: 'done', waitUntil: null }
}

/** It waits for its moment: known to the stack of undos until then, and said where one still is. */
function useSayWhen() {
  const { t } = useLingui()
  const fmt = useFmt()
  return (scheduledFor: string, step: Undoable): void => {
    const at = new Date(scheduledFor)
    const when = fmt.dayAndTime(at)
    step.untilMs = at.getTime()
    showToast({ text: t`Scheduled: goes out ${when}`, undo: () => void takeBack(step) })
  }
}

/** The seconds in which it can be taken back: known to the stack of undos, and in a toast when the next one is open already. */
function useHold() {
  const { t } = useLingui()
  const { me } = useInbox()
  return (reply: ReplyView, about: { name: string; hasLeft: boolean; step: Undoable }): void => {
    const { step } = about
    const leavesAt = reply.dueAt ? Date.parse(reply.dueAt) : Date.now()
    step.untilMs = leavesAt
    const keys = keysSaid('undo')
    const { name } = about
    announce(
      keys
        ? t`The answer to ${name} goes out in a moment. ${keys} takes it back.`
        : t`The answer to ${name} goes out in a moment. It can be taken back.`,
    )
    // In its own conversation the bar in place of the composer says it already.
    if (!about.hasLeft) return
    showToast({
      id: `reply:${reply.id}`,
      tone: 'held',
      text: t`Answer to ${about.name} goes out`,
      undo: () => void takeBack(step),
      undoUntil: { at: leavesAt, ofMs: Math.max(1_000, me.undoSeconds * 1_000) },
    })
  }
}

/** It did not go: the words are back in the draft, and who reads something else by now is told. */
function useFailed({ conversation, drafts, visibility }: Given, setProblem: (problem: SendProblem) => void) {
  const { t } = useLingui()
  const inbox = useInbox()
  const wordsOf = useProblemWords()
  return (error: unknown, { text, way, hasLeft }: { text: string; way: SendWay; hasLeft: boolean }): void => {
    const by = isProblem(error, 'taken') ? personIn(error.details) : null
    drafts.change('reply', text)
    keepText(conversation.id, { text, visibility, by, why: wordsOf(error), way })
    const findings = isProblem(error, 'bad_input') ? gatedBy(error.details) : undefined
    if (findings) setProblem({ kind: 'gated', findings })
    else setProblem(by ? { kind: 'faster', by: by.name, text } : { kind: 'failed', why: wordsOf(error) })
    refreshInbox()
    if (!hasLeft) return
    const id = `send:${conversation.id}`
    const openIt = (): void => {
      dropToast(id)
      inbox.open(rowOf(conversation))
    }
    const words = by
      ? t`Not sent: ${by.name} was faster. Your text is kept.`
      : t`Not sent. Your text is kept. ${wordsOf(error)}`
    showToast({ id, tone: 'failed', text: words, action: { label: t`Open it`, run: openIt } })
  }
}

type Sending = { isSending: boolean; setSending: (is: boolean) => void; setProblem: (problem: SendProblem) => void }

function useSaveNote({ conversation, drafts }: Given, { isSending, setSending, setProblem }: Sending) {
  const { t } = useLingui()
  const inbox = useInbox()
  const wordsOf = useProblemWords()
  return (): void => {
    const text = drafts.texts.note.trim()
    const { title } = conversation
    if (text === '' || isSending) return
    setSending(true)
    postNote(conversation, { text, by: inbox.me.member, label: t`Note: ${title}` })
      .then((note) => {
        drafts.clear('note')
        patchConversation(conversation.id, { notes: [...conversation.notes, note] })
        refreshInbox()
      })
      .catch((error: unknown) => setProblem({ kind: 'failed', why: wordsOf(error) }))
      .finally(() => setSending(false))
  }
}

type Note = Conversation['notes'][number]
type NewNote = { text: string; by: Note['by'] | null; label: string }

function postNote({ id, key: nameOf, title }: Conversation, { text, by, label }: NewNote): Promise<Note> {
  const name = 'POST /api/conversations/{id}/notes'
  const key = newKey()
  const params = { id }
  const body = { text }
  const answer: Note = { id: `${queuedNote}${key}`, by: by ?? { id: '', name: '' }, text, at: new Date().toISOString() }
  const conversation = { id, key: nameOf, title }
  const send = () => ask(name, { params, body }, undefined, { key })
  return orQueue(send, { key, name, params, body, kind: 'note', conversation, label, change: {}, answer })
}

function whyNot(
  text: string,
  { count, mustChoose, account, isAssisted, visibility, canDirect }: Given,
): SendProblem | undefined {
  if (text === '') return { kind: 'empty' }
  if (visibility === 'direct' && !canDirect) return { kind: 'not_private' }
  const slots = slotsIn(text).map(({ name }) => `{${name}}`)
  if (slots.length > 0) return { kind: 'unfilled', slots: [...new Set(slots)].join(', ') }
  if (count && count.left < 0) return { kind: 'long', over: -count.left }
  return mustChoose && !account && !isAssisted ? { kind: 'choose' } : undefined
}

/** Who was faster, as the refusal names them. */
function personIn(details: Record<string, unknown>): { id: string; name: string } | null {
  for (const who of [details.by, details.owner]) {
    const person = who as { id?: unknown; name?: unknown } | undefined
    if (typeof person?.id === 'string' && typeof person.name === 'string') return { id: person.id, name: person.name }
  }
  return null
}

type Left = { row: ReturnType<typeof rowOf>; comeBack: ComeBack }

/** Takes an answer back before it leaves: the words return to the composer, the conversation to its place. */
export function useUndoReply(conversation: Conversation) {
  const { t } = useLingui()
  const inbox = useInbox()
  const wordsOf = useProblemWords()
  const undoReply = async (reply: ReplyView | QueuedReply, place?: Left): Promise<void> => {
    if ('key' in reply) return await unqueue(reply.key, place)
    dropToast(`reply:${reply.id}`)
    keepText(conversation.id, { text: reply.text, visibility: reply.visibility, by: null, why: '' })
    composerOf(inbox, conversation.id)?.setText(reply.text, reply.visibility)
    try {
      patchReply(conversation, await ask('POST /api/replies/{id}/undo', { params: { id: reply.id }, body: {} }))
      announce(t`Taken back. Your text is in the composer again.`)
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return refreshInbox()
    }
    if (place) {
      patchConversation(conversation.id, { state: 'open', waitUntil: null })
      place.comeBack()
      inbox.open(place.row)
    }
    refreshInbox()
  }
  const unqueue = async (key: string, place?: Left): Promise<void> => {
    const { takeBackReply } = await import('#web/offline/take-back-reply.ts')
    if (!(await takeBackReply(key))) return refreshInbox()
    if (place) {
      place.comeBack()
      inbox.open(place.row)
    }
    refreshInbox()
  }
  return { undoReply }
}
