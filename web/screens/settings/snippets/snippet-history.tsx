import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { SnippetView } from '#api/contract/snippet-shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState } from '#web/parts/states.tsx'

/** What it said before; each can hold again. */
export function SnippetHistory(props: { snippet: SnippetView; mayWrite: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-6 cursor-pointer text-ui font-semibold touch:min-h-11">{t`Earlier versions`}</summary>
      {isOpen && <Versions {...props} />}
    </details>
  )
}

function Versions({ snippet, mayWrite, onDone }: { snippet: SnippetView; mayWrite: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { data = [], error } = useAsk('GET /api/snippets/{id}/versions', { params: { id: snippet.id } })
  const restore = useChange('POST /api/snippets/{id}/versions/{number}/restore', { refresh: ['GET /api/snippets'] })
  if (error) return <FailedState error={error} className="mx-0!" />
  return (
    <ol className="mt-2 space-y-2">
      {data.map(({ id, number, by, at, uses, wordings }) => {
        const who = by?.name ?? t`somebody`
        const when = fmt.moment(new Date(at))
        return (
          <li key={id} className="text-ui">
            <p className="num text-meta text-ink-3">{t`Version ${number}, ${who}, ${when}, used: ${uses}`}</p>
            <p className="line-clamp-3 break-words">{wordings[0]?.texts[0]}</p>
            {mayWrite && number !== snippet.version && (
              <Btn
                small
                isBusy={restore.isPending}
                aria-label={t`Let version ${number} hold again`}
                onClick={() =>
                  restore.mutate(
                    { params: { id: snippet.id, number: String(number) }, body: {} },
                    { onSuccess: onDone },
                  )
                }
              >
                {t`Let it hold again`}
              </Btn>
            )}
          </li>
        )
      })}
    </ol>
  )
}
