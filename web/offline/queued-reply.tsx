import { useLingui } from '@lingui/react/macro'
import { ApiProblemError } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'
import { offlineNow } from './door.ts'
import { takeBackReply } from './take-back-reply.ts'
import { useQueued } from './use-queued.ts'

/** In place of the composer while an answer waits in this browser: it has not left, and nobody writes a second one. */
export function QueuedReply({ replyKey }: { replyKey: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const queued = useQueued().find((one) => one.key === replyKey)
  if (!queued) return null
  const { state, why } = queued
  const says =
    state === 'waiting'
      ? t`Your answer waits for the connection`
      : state === 'asks'
        ? t`Your answer waited for more than ten minutes. Does it still fit?`
        : t`Your answer was not sent`
  const sendNow = async () => {
    await offlineNow()?.queue()?.confirm(replyKey)
    void offlineNow()?.flush()
  }
  return (
    <section
      aria-label={says}
      data-queued-reply={state}
      className="mx-3 mb-3 shrink-0 rounded-lg border border-line-strong bg-raised px-4 py-3 shadow-1"
    >
      <b className="block text-body font-bold">{says}</b>
      {state === 'refused' && why && <p className="text-ui text-neg-t">{wordsOf(new ApiProblemError(409, why))}</p>}
      <p className="mt-1 line-clamp-3 text-ui break-words text-ink-2" dir="auto">
        {String(queued.body.text ?? '')}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {state === 'asks' && <Btn small onClick={() => void sendNow()}>{t`Send it now`}</Btn>}
        <Btn small onClick={() => void takeBackReply(replyKey).then(refreshInbox)}>{t`Back to the composer`}</Btn>
      </div>
    </section>
  )
}
