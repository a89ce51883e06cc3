import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblemError } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'
import { offlineNow } from './door.ts'
import type { Queued } from './queue.ts'
import { takeBackReply } from './take-back-reply.ts'
import { useQueued } from './use-queued.ts'

/** What was decided here and has not reached the server: each can be taken back, and what was refused says why. */
export function QueueSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const queued = useQueued()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Not sent yet`}
      says={t`It goes out in this order when the connection is back. An answer that waited for more than ten minutes asks first.`}
    >
      {queued.length === 0 && <p className="py-3 text-ui text-ink-2">{t`Nothing waits any more.`}</p>}
      <ul className="divide-y divide-line">
        {queued.map((one) => (
          <li key={one.key} className="py-3">
            <QueuedItem queued={one} onClose={onClose} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function QueuedItem({ queued, onClose }: { queued: Queued; onClose: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const navigate = useNavigate()
  const [isGone, setGone] = useState(false)
  const when = fmt.moment(new Date(queued.madeAt))
  const { state, conversation, kind } = queued
  const text = kind === 'note' || kind === 'reply' ? String(queued.body.text ?? '') : ''
  const takeBack = async () => {
    const taken = kind === 'reply' ? await takeBackReply(queued.key) : await offlineNow()?.queue()?.takeBack(queued.key)
    setGone(!taken)
    refreshInbox()
  }
  const sendNow = async () => {
    await offlineNow()?.queue()?.confirm(queued.key)
    void offlineNow()?.flush()
  }
  const look = () => {
    onClose()
    void navigate({ to: '/inbox/$view/$conversation', params: { view: 'all', conversation: conversation.key } })
  }
  return (
    <>
      <p className="text-body font-semibold break-words">{queued.label}</p>
      {text && <p className="mt-1 line-clamp-4 text-ui break-words whitespace-pre-line text-ink-2">{text}</p>}
      <p className="num mt-1 text-meta text-ink-3">{t`Decided at ${when}`}</p>
      <Happened queued={queued} />
      {isGone && <p className="mt-1 text-ui text-neg-t">{t`It was just sent, so it cannot be taken back here.`}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {state === 'asks' && <Btn small onClick={() => void sendNow()}>{t`Send it now`}</Btn>}
        {state === 'refused' && <Btn small onClick={look}>{t`Open the conversation`}</Btn>}
        <Btn small onClick={() => void takeBack()}>
          {kind === 'reply' ? t`Back to the composer` : state === 'refused' ? t`Let it go` : t`Take it back`}
        </Btn>
      </div>
    </>
  )
}

/** What became of it, and what one can do. */
function Happened({ queued }: { queued: Queued }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { state, why, found } = queued
  const look = 'mt-1 rounded-md px-2.5 py-1.5 text-ui'
  if (state === 'asks')
    return (
      <p className={`${look} bg-warn-s`}>
        {t`It waited for more than ten minutes. Look whether it still fits, and send it.`}
      </p>
    )
  if (state !== 'refused') return null
  return (
    <p className={`${look} bg-neg-s`}>
      {why && wordsOf(new ApiProblemError(409, why))} {found && <Found found={found} />}
    </p>
  )
}

function Found({ found: { state, owner } }: { found: NonNullable<Queued['found']> }) {
  const { t } = useLingui()
  const words = {
    open: t`It is open now`,
    waiting: t`It waits now`,
    done: t`It is done now`,
    noise: t`It is noise now`,
    merged: t`It was merged`,
  }[state]
  return owner ? t`${words}; ${owner} has it.` : t`${words}; nobody has it.`
}
