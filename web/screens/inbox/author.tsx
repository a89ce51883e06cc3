import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { memo, startTransition, useEffect, useState } from 'react'
import { Bar } from '#web/parts/states.tsx'
import { AuthorCard } from './author-card.tsx'
import { useInbox } from './inbox-context.ts'
import { useConversation } from './use-conversation.ts'

/** The fourth pane: who speaks. */
export const Author = memo(function Author({ className }: { className?: string }) {
  const { t } = useLingui()
  // A moment after the words themselves: a step through the list waits for no one's biography.
  const current = useAfterwards(useInbox().current)
  const { data: conversation, error } = useConversation(current)
  return (
    <aside
      aria-label={t`About the author`}
      className={clsx('thin-scroll min-h-0 overflow-y-auto bg-canvas px-4 pt-4 pb-4', className)}
    >
      {conversation && <AuthorCard conversation={conversation} />}
      {!conversation && !error && <Loading />}
    </aside>
  )
})

/** The same value, but once what else is drawn with it stands on the screen. */
function useAfterwards<T>(value: T): T {
  const [shown, setShown] = useState(value)
  useEffect(() => startTransition(() => setShown(value)), [value])
  return shown
}

/** What went wrong is said beside it, in the conversation itself. */
function Loading() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The author is on their way`}>
      <div className="flex items-center gap-3">
        <span className="size-13 shrink-0 rounded-full bg-sunken" />
        <span className="flex-1 space-y-2">
          <Bar width={70} />
          <Bar width={48} />
        </span>
      </div>
      <Bar width={92} className="mt-4" />
      <Bar width={64} className="mt-2" />
      <span className="mt-4 block h-14 rounded-lg bg-sunken" />
    </div>
  )
}
