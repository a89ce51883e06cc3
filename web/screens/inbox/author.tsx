import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { AuthorCard } from './author-card.tsx'
import { useInbox } from './inbox-context.ts'
import { useConversation } from './use-conversation.ts'

/** The fourth pane: who speaks. */
export function Author({ className }: { className?: string }) {
  const { t } = useLingui()
  const { current } = useInbox()
  const conversation = useConversation(current).data
  return (
    <aside
      aria-label={t`About the author`}
      className={clsx('thin-scroll min-h-0 overflow-y-auto bg-canvas px-4 pt-4 pb-4', className)}
    >
      {conversation && <AuthorCard conversation={conversation} />}
    </aside>
  )
}
