import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import type { Conversation, ReplyView } from '#api/contract/shapes.ts'
import { ask } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { type ComeBack, useInbox } from '#web/screens/inbox/inbox-context.ts'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'

export type ReplyApproval = NonNullable<ReplyView['approval']>
type Body = Ask<'POST /api/replies/{id}/approval'>['body']
type Approving = Pick<Extract<Body, { what: 'approve' }>, 'askId' | 'isForPile'>

/** Saying yes or no to an answer of somebody else. What changed meanwhile is refused, shown, and read anew. */
export function useApproval(reply: ReplyView, conversation: Conversation) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const inbox = useInbox()
  const [isBusy, setBusy] = useState(false)
  const { title } = conversation
  const send = (body: Body) => ask('POST /api/replies/{id}/approval', { params: { id: reply.id }, body })
  const failed = (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) })
  /** The next that waits opens by itself, once nothing here waits for me any more. */
  const leave = (isLast: boolean): ComeBack | undefined => {
    const row = inbox.currentRow
    return isLast && inbox.ask.view === 'approve' && row?.id === conversation.id
      ? inbox.leave(row, 'approval')
      : undefined
  }
  const approved = ({ askId, isForPile = false }: Approving, comeBack: ComeBack | undefined): void => {
    const label = isForPile ? t`Approved: the whole pile` : t`Approved: ${title}`
    const undo = () =>
      send({ what: 'take_back', askId, isForPile }).then(() => {
        comeBack?.()
        refreshInbox()
      }, failed)
    const step = { label, undo: async () => void (await undo()) }
    undoStack.push(step)
    showToast({ id: 'decision', text: label, undo: () => void takeBack(step) })
  }
  return {
    isBusy,
    decide: async (body: Exclude<Body, { what: 'take_back' }>): Promise<void> => {
      if (isBusy) return
      setBusy(true)
      try {
        await send(body)
        const isLast = isLastOf(conversation, reply) || (body.what === 'approve' && body.rejectsOthers === true)
        const comeBack = leave(isLast)
        if (body.what === 'approve') approved(body, comeBack)
        else if (body.what === 'reject') showToast({ id: 'decision', text: t`Rejected: ${title}` })
        else showToast({ id: 'decision', text: t`Sent back with your words: ${title}` })
      } catch (error) {
        failed(error)
      }
      setBusy(false)
      refreshInbox()
    },
  }
}

function isLastOf({ replies }: Conversation, reply: ReplyView): boolean {
  return replies.every(
    ({ id, state, approval }) => id === reply.id || state !== 'awaits_approval' || !approval?.mayDecide,
  )
}
