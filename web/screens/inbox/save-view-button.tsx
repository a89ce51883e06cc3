import { useLingui } from '@lingui/react/macro'
import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '#web/api.ts'
import { isAsked } from '#web/shell/saved/saved-ask.ts'
import { SavedViewDialog } from '#web/shell/saved/saved-view-dialog.tsx'
import { useInbox } from './inbox-context.ts'

/** What is narrowed can be kept under a name. What has one already needs none. */
export function SaveViewButton() {
  const { t } = useLingui()
  const { ask, search, me } = useInbox()
  const saved = useAsk('GET /api/saved-views').data
  const [isOpen, setOpen] = useState(false)
  if (!me.canWrite || !saved || saved.some((one) => isAsked(one.ask, `/inbox/${ask.view}`, search))) return null
  return (
    <>
      <button
        type="button"
        data-save-view
        onClick={() => setOpen(true)}
        className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 hover:bg-sunken touch:h-11"
      >
        <Bookmark size={13} />
        {t`Save`}
      </button>
      {isOpen && <SavedViewDialog view={{ name: '', isShared: false, ask }} onClose={() => setOpen(false)} />}
    </>
  )
}
