import { useLingui } from '@lingui/react/macro'
import { BellOff } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useMute } from './use-mute.ts'

/** In the header: that I hear nothing of it, and the way back. */
export function MutedSign({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const mute = useMute(conversation)
  const until = conversation.muted?.until ? fmt.moment(new Date(conversation.muted.until)) : ''
  const label = until
    ? t`Muted for you until ${until}. Let me hear of it again.`
    : t`Muted for you. Let me hear of it again.`
  return (
    <Tip label={label}>
      <button
        type="button"
        data-muted
        aria-label={label}
        onClick={() => void mute(null)}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken touch:size-11"
      >
        <BellOff size={16} />
      </button>
    </Tip>
  )
}
