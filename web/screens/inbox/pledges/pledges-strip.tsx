import { useLingui } from '@lingui/react/macro'
import { Handshake } from 'lucide-react'
import type { PledgeView } from '#api/contract/promise-shapes.ts'
import type { Conversation } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { Strip } from '#web/screens/inbox/weight/strip.tsx'
import { PledgeDue } from './pledge-due.tsx'
import { usePledges } from './use-pledges.ts'

/** What we still owe them, the soonest on top. What was kept is in the history, and on their page. */
export function PledgesStrip({ conversation }: { conversation: Conversation }) {
  const { me } = useInbox()
  return conversation.pledges
    .filter(({ outcome }) => outcome === null)
    .map((pledge) => (
      <Strip
        key={pledge.id}
        icon={<Handshake size={15} />}
        says={
          <>
            <span className="font-semibold break-words text-ink">{pledge.text}</span> <PledgeDue pledge={pledge} />
          </>
        }
      >
        {me.canWrite && <Settling pledge={pledge} />}
      </Strip>
    ))
}

function Settling({ pledge }: { pledge: PledgeView }) {
  const { t } = useLingui()
  const { settle } = usePledges()
  const { text } = pledge
  return (
    <span className="flex gap-1">
      <Btn small aria-label={t`Kept: ${text}`} onClick={() => void settle(pledge, 'kept')}>
        {t`Kept`}
      </Btn>
      <Btn
        small
        kind="quiet"
        aria-label={t`Not needed any more: ${text}`}
        onClick={() => void settle(pledge, 'dropped')}
      >
        {t`Not needed`}
      </Btn>
    </span>
  )
}
