import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import type { Conversation, ReplyView as Reply } from '#api/contract/shapes.ts'
import { ask, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { composerOf, useInbox } from './inbox-context.ts'
import { keepText } from './kept-texts.ts'
import { refreshInbox } from './patch-answers.ts'

type Settling = Ask<'POST /api/replies/{id}/settle'>['body']

/** What a person can do with an answer that is on its way, or that did not go as it should. */
export function useReplyWays(reply: Reply, conversation: Conversation) {
  const { t } = useLingui()
  const inbox = useInbox()
  const { me, currentRow: row, leave } = inbox
  const wordsOf = useProblemWords()
  const [isRemoveAsked, askRemove] = useState(false)
  const params = { id: reply.id }
  const failed = (error: unknown): void => {
    showToast({ tone: 'failed', text: wordsOf(error) })
    refreshInbox()
  }
  const show = (next: Reply): void => {
    patchReply(conversation, next)
    refreshInbox()
  }
  const toComposer = (): void => {
    keepText(conversation.id, { text: reply.text, visibility: reply.visibility, by: null, why: '' })
    composerOf(inbox, conversation.id)?.setText(reply.text, reply.visibility)
  }
  return {
    canWrite: me.canWrite,
    isRemoveAsked,
    undo: () => {
      dropToast(`reply:${reply.id}`)
      toComposer()
      patchReply(conversation, { ...reply, state: 'undone' })
      ask('POST /api/replies/{id}/undo', { params, body: {} }).then(show, failed)
    },
    writeAgain: () => {
      toComposer()
      composerOf(inbox, conversation.id)?.focus('reply')
    },
    settle: (body: Settling) =>
      void ask('POST /api/replies/{id}/settle', { params, body }).then((next) => {
        // Posted by hand and seen to stand: now it is done, as it was meant to be.
        if (next.state === 'sent' && reply.state === 'assisted' && reply.thenDo === 'done' && row) leave(row, 'finish')
        show(next)
      }, failed),
    remove: () => {
      // Nothing brings it back on the network, so it is asked once, in its own place.
      if (!isRemoveAsked) return askRemove(true)
      askRemove(false)
      ask('POST /api/replies/{id}/remove', { params, body: {} }).then((next) => {
        show(next)
        showToast({ text: t`Deleted on ${conversation.networkName}.` })
      }, failed)
    },
  }
}

/** The answer as it is now, in the open conversation. */
export function patchReply(conversation: Conversation, next: Reply): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.id === conversation.id
      ? { ...before, replies: [...before.replies.filter((reply) => reply.id !== next.id), next] }
      : before,
  )
}
