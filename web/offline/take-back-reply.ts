import { keepText } from '#web/screens/inbox/kept-texts.ts'
import { offlineNow } from './door.ts'
import type { Queued } from './queue.ts'

/** An answer that has not left: its words go back to where they were written. */
export async function takeBackReply(key: string): Promise<Queued | undefined> {
  const offline = offlineNow()
  const queued = offline
    ?.queue()
    ?.all()
    .find((one) => one.key === key)
  const memberId = offline?.memberId()
  if (!offline || !queued || !memberId) return undefined
  const text = String(queued.body.text ?? '')
  const visibility = queued.body.visibility === 'direct' ? 'direct' : 'public'
  const conversationId = queued.conversation.id
  // Before it is off the queue: the words are in one of the two places at every moment.
  await offline.drafts.keep({ memberId, conversationId, kind: 'reply' }, { text, isSaved: false, visibility })
  keepText(conversationId, { text, visibility, by: null, why: '' })
  return await offline.queue()?.takeBack(key)
}
