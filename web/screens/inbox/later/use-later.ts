import { useLingui } from '@lingui/react/macro'
import type { ReplyView } from '#api/contract/shapes.ts'
import { ask, newKey, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { keepText } from '#web/screens/inbox/kept-texts.ts'
import { useMe } from '#web/screens/inbox/use-me.ts'
import { useHouseMoment } from './use-later-choices.ts'

/** What of it stands elsewhere on this page: the composer that takes the words, and gives them again. */
type Beside = { whenTakenBack?: () => void; whenBack?: () => void }

/** What can be done with an answer that waits for its moment. Each is said, and can be undone where that is still possible. */
export function useLater(reply: ReplyView, conversationId: string, beside: Beside = {}) {
  const { t } = useLingui()
  const { member } = useMe()
  const wordsOf = useProblemWords()
  const momentOf = useHouseMoment()
  const params = { id: reply.id }
  const toastId = `reply:${reply.id}`
  const failed = (error: unknown): void => {
    showToast({ tone: 'failed', text: wordsOf(error) })
    refresh()
  }
  const put = (sendAt: string | null) => ask('PUT /api/replies/{id}/moment', { params, body: { sendAt } })
  const move = (at: Date): void => {
    const before = reply.scheduledFor
    const when = momentOf(at)
    // The moment before may have passed when somebody wants it back: then the server says so.
    const back = () => void put(before).then(refresh, failed)
    put(at.toISOString()).then(() => {
      refresh()
      showToast({ id: toastId, text: t`Goes out ${when}`, undo: back })
    }, failed)
  }
  const takeBack = (): void => {
    const at = reply.scheduledFor
    const isMine = reply.by.id === member?.id
    const who = reply.by.name
    const again = () =>
      void schedule(reply, conversationId).then(() => {
        beside.whenBack?.()
        refresh()
      }, failed)
    ask('POST /api/replies/{id}/undo', { params, body: {} }).then(() => {
      if (isMine) {
        keepText(conversationId, { text: reply.text, visibility: reply.visibility, by: null, why: '' })
        beside.whenTakenBack?.()
      }
      refresh()
      showToast({
        id: toastId,
        text: isMine
          ? t`Taken back. Your text is in the composer again.`
          : t`Taken back. It is a draft of ${who} again.`,
        // Under the name of whoever wrote it, and while its moment is still to come.
        ...(isMine && at && Date.parse(at) > Date.now() ? { undo: again } : {}),
      })
    }, failed)
  }
  const sendNow = (): void =>
    void put(null).then(() => {
      refresh()
      dropToast(toastId)
    }, failed)
  return { move, takeBack, sendNow }
}

/** As it was, once more: it goes through all that any answer goes through. */
async function schedule(reply: ReplyView, conversationId: string): Promise<void> {
  const { version } = await ask('GET /api/conversations/{id}', { params: { id: conversationId } })
  const { mentionId, text, thenDo, visibility, scheduledFor } = reply
  await ask(
    'POST /api/conversations/{id}/replies',
    {
      params: { id: conversationId },
      body: {
        ...{ mentionId, accountId: reply.account?.id ?? null, text, thenDo, visibility, version },
        ...(reply.override ? { override: reply.override } : {}),
        ...(scheduledFor ? { sendAt: scheduledFor } : {}),
      },
    },
    undefined,
    { key: newKey() },
  )
}

function refresh(): void {
  for (const name of [
    'GET /api/scheduled',
    'GET /api/conversations/{id}',
    'GET /api/conversations',
    'GET /api/views',
  ] as const)
    void queries.invalidateQueries({ queryKey: [name] })
}
