import { useLingui } from '@lingui/react/macro'
import { Merge } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { Strip } from '#web/screens/inbox/weight/strip.tsx'
import { useMerges } from './use-merges.ts'

/** What was merged into this conversation, and the way to take it apart. */
export function MergedStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const { takeApart } = useMerges()
  return conversation.merged.map((one) => {
    const { key, title } = one
    return (
      <Strip
        key={one.id}
        icon={<Merge size={15} />}
        says={
          <>
            <span className="num">{t`With ${key}`}</span> <span className="text-ink-3">{title}</span>
          </>
        }
      >
        {me.canWrite && (
          <Btn small kind="quiet" aria-label={t`Take apart: ${key}`} onClick={() => void takeApart(one, conversation)}>
            {t`Take apart`}
          </Btn>
        )}
      </Strip>
    )
  })
}
