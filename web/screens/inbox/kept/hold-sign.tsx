import { useLingui } from '@lingui/react/macro'
import { Archive } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'

/** In the header: that it is kept whatever its age, why, and the way to change that. */
export function HoldSign({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { me, openDialog } = useInbox()
  const { hold } = conversation.keeping
  if (!hold) return null
  const { reason } = hold
  const until = hold.untilAt ? fmt.day(new Date(hold.untilAt)) : ''
  const label = until ? t`Kept until ${until}: ${reason}` : t`Kept: ${reason}`
  return (
    <Tip label={label}>
      <button
        type="button"
        data-kept
        aria-label={label}
        aria-disabled={!me.canWrite || undefined}
        onClick={() => me.canWrite && openDialog({ kind: 'hold', id: conversation.id })}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken touch:size-11"
      >
        <Archive size={16} />
      </button>
    </Tip>
  )
}
