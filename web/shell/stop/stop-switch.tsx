import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { useMay } from '#web/session.ts'
import { ResumeDialog } from './resume-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'
import { useStops } from './use-stops.ts'

/** Stops one account, or everything; where that stands already, resumes it. */
export function StopSwitch({ account }: { account: { id: string; handle: string } | null }) {
  const { t } = useLingui()
  const may = useMay()
  const stops = useStops()
  const [isAsking, setAsking] = useState<'stop' | 'resume'>()
  const standing = stops.find((stop) => (stop.account?.id ?? null) === (account?.id ?? null))
  const handle = account ? `@${account.handle}` : ''
  const close = () => setAsking(undefined)
  if (!may(standing ? 'sending.resume' : 'sending.stop')) return null
  return (
    <>
      {standing ? (
        <Btn aria-label={account ? t`Resume as ${handle}…` : undefined} onClick={() => setAsking('resume')}>
          {account ? t`Resume…` : t`Resume sending…`}
        </Btn>
      ) : (
        <Btn
          kind={account ? 'quiet' : undefined}
          aria-label={account ? t`Stop sending as ${handle}…` : undefined}
          onClick={() => setAsking('stop')}
        >
          {account ? t`Stop sending…` : t`Stop everything…`}
        </Btn>
      )}
      {isAsking === 'stop' && <StopDialog account={account} onClose={close} />}
      {isAsking === 'resume' && standing && <ResumeDialog stop={standing} onClose={close} />}
    </>
  )
}
