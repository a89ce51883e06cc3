import { useLingui } from '@lingui/react/macro'
import type { Message } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

/** What somebody took back is not ours to show. That they did is. */
export function DeletedWords({ message }: { message: Message }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const when = message.deletedAt ? fmt.moment(new Date(message.deletedAt)) : ''
  return (
    <p className="mt-1 rounded-lg border border-dashed border-line-strong px-3.5 py-2.5 text-body text-ink-2">
      {t`The writer deleted this message (${when}). Its words are erased here too. An answer can no longer stand under it.`}
    </p>
  )
}
