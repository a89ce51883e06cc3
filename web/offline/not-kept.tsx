import { useLingui } from '@lingui/react/macro'
import { RotateCw } from 'lucide-react'
import type { Row } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import { langAttribute } from '#web/screens/inbox/words.ts'

/** Offline, and never opened on this device: what the list knows of it is all there is. */
export function NotKept({ row, retry }: { row: Row | undefined; retry: () => void }) {
  const { t } = useLingui()
  return (
    <div className="m-auto max-w-md" data-not-kept>
      <EmptyState
        title={t`This conversation is not on this device`}
        text={t`The last 200 that were opened here can be read without a connection. This one comes when the connection is back.`}
        action={
          <Btn onClick={retry}>
            <RotateCw size={13} />
            {t`Try again`}
          </Btn>
        }
      />
      {row && !row.excerpt.isDeleted && (
        <blockquote
          className="mx-8 border-l-2 border-line pl-3 text-body text-ink-2"
          lang={langAttribute(row.lang)}
          dir="auto"
        >
          {row.excerpt.text}
        </blockquote>
      )}
    </div>
  )
}
