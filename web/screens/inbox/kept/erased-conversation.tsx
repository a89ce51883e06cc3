import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState } from '#web/parts/states.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'

/** What is left when its time is over: that there was something, and how much. */
export function ErasedConversation({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { view, search } = useInbox()
  const { keeping, messageCount, createdAt } = conversation
  const day = keeping.erasedAt ? fmt.day(new Date(keeping.erasedAt)) : ''
  const begun = fmt.day(new Date(createdAt))
  const said = plural(messageCount, { one: '# message', other: '# messages' })
  return (
    <div className="grid flex-1 place-items-center" data-erased>
      <EmptyState
        title={t`Erased after its time`}
        text={t`Heard on ${begun}, erased on ${day}. Of ${said} only figures are left: moments, labels and how long an answer took. Words and names are gone.`}
        action={
          <Link
            to="/inbox/$view"
            params={{ view }}
            search={search}
            className="inline-flex min-h-11 items-center gap-1.5 text-ui font-semibold text-sea hover:underline md:hidden"
          >
            <ArrowLeft size={15} aria-hidden="true" />
            {t`Back to the list`}
          </Link>
        }
      />
    </div>
  )
}
