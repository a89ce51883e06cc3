import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import { freshMinutesUsual, type ResumeWay } from '#domain/stop.ts'
import { queries, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { ResumeWays } from './resume-ways.tsx'
import { useResumedWords } from './resumed-words.ts'
import { SendMinutes } from './send-minutes.tsx'
import { type Stop, useStops } from './use-stops.ts'

const spreadMinutesUsual = 5

/** Says how much waits, and asks what becomes of it. What is chosen unless one says otherwise lets nothing leave by itself. */
export function ResumeDialog({ stop, onClose }: { stop: Stop; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const wordsOfResumed = useResumedWords()
  const resume = useChange('POST /api/stops/{id}/resume', { refresh: ['GET /api/stops'], isAtOnce: true })
  const stops = useStops()
  const [thenDo, setThenDo] = useState<ResumeWay>('look')
  const [spreadMinutes, setSpread] = useState(spreadMinutesUsual)
  const [freshMinutes, setFresh] = useState(freshMinutesUsual)
  const { waiting } = stops.find(({ id }) => id === stop.id) ?? stop
  const handle = stop.account ? `@${stop.account.handle}` : ''
  const isKeptByOther = stop.account !== null && stops.some(({ account }) => account === null)
  // How much waits was counted when the stop was asked for; meanwhile people went on writing.
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['GET /api/stops'] })
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    resume.mutate(
      { params: { id: stop.id }, body: { thenDo, spreadMinutes, freshMinutes } },
      {
        onSuccess: (resumed) => {
          showToast({ text: wordsOfResumed(resumed) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={stop.account ? t`Resume sending as ${handle}` : t`Resume sending`}
      says={
        waiting === 0
          ? t`No answers wait. What is sent from now on leaves as always.`
          : t`${plural(waiting, { one: '# answer waits.', other: '# answers wait.' })} What becomes of what waited?`
      }
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        {waiting > 0 && <ResumeWays chosen={thenDo} onChoose={setThenDo} />}
        {waiting > 0 && thenDo === 'send' && (
          <SendMinutes spread={spreadMinutes} fresh={freshMinutes} onSpread={setSpread} onFresh={setFresh} />
        )}
        {isKeptByOther && (
          <p className="text-ui text-ink-2">
            {t`Everything is stopped too: what waits goes on waiting until that ends.`}
          </p>
        )}
        {resume.error && <FormError>{wordsOf(resume.error)}</FormError>}
        <Btn kind="primary" type="submit" isBusy={resume.isPending}>
          {t`Resume`}
        </Btn>
      </form>
    </Dialog>
  )
}
