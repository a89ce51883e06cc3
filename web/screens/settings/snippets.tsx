import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { SnippetView } from '#api/contract/snippet-shapes.ts'
import { useAsk } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { SnippetEditor } from './snippets/snippet-editor.tsx'
import { SnippetFileCard, SnippetRulesCard } from './snippets/snippet-rules.tsx'

/** Wordings to begin an answer with, who may write them, and when one gives way to the next. */
export function SnippetSettings() {
  const { t } = useLingui()
  const { data, error, isPending, refetch } = useAsk('GET /api/snippets')
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  return (
    <SettingsPage
      title={t`Snippets`}
      says={t`Wordings that were thought about once. A semicolon in an answer brings them; whoever answers makes them fit.`}
    >
      {data && !data.mayWrite && (
        <NotAllowed>{t`You can look at these and use them. Your role does not write them.`}</NotAllowed>
      )}
      {isPending && <SkeletonRows label={t`The snippets are on their way`} count={4} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && (
        <SettingsCard title={t`All snippets`}>
          {data.snippets.length === 0 && open === undefined && (
            <EmptyState
              className="p-0!"
              title={t`Nothing yet`}
              text={t`Begin with what you write most: where a parcel is, how to reach you, a thank-you.`}
            />
          )}
          <ul className="divide-y divide-line">
            {data.snippets.map((snippet) => (
              <li key={snippet.id} className="py-2.5">
                {open === snippet.id ? (
                  <SnippetEditor snippet={snippet} mayWrite={data.mayWrite} onDone={close} />
                ) : (
                  <SnippetRow snippet={snippet} mayWrite={data.mayWrite} onOpen={() => setOpen(snippet.id)} />
                )}
              </li>
            ))}
          </ul>
          {open === '' && <SnippetEditor snippet={undefined} mayWrite={data.mayWrite} onDone={close} />}
          {data.mayWrite && open !== '' && (
            <Btn kind="primary" onClick={() => setOpen('')}>
              <Plus size={14} />
              {t`New snippet`}
            </Btn>
          )}
        </SettingsCard>
      )}
      {data && <SnippetRulesCard key={JSON.stringify(data.settings)} settings={data.settings} />}
      {data && <SnippetFileCard mayWrite={data.mayWrite} />}
    </SettingsPage>
  )
}

function SnippetRow({ snippet, mayWrite, onOpen }: { snippet: SnippetView; mayWrite: boolean; onOpen: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { name, state, expiresAt, owner, uses, wordings } = snippet
  const ends = expiresAt === null ? undefined : new Date(expiresAt)
  const day = ends && fmt.day(ends)
  const who = owner?.name ?? t`nobody`
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 text-body font-semibold break-words">
          {name}
          {state === 'draft' && <Chip>{t`Draft`}</Chip>}
          {state === 'retired' && <Chip>{t`Retired`}</Chip>}
          {ends && ends <= new Date() && <Chip tone="warn">{t`Past its date`}</Chip>}
        </p>
        <p className="line-clamp-2 text-ui break-words text-ink-2">{wordings[0]?.texts[0]}</p>
        <p className="num text-meta text-ink-3">
          {t`Used: ${uses}, kept by ${who}`}
          {day && <>{t`, until ${day}`}</>}
        </p>
      </div>
      <Btn aria-label={mayWrite ? t`Change ${name}` : t`Look at ${name}`} onClick={onOpen}>
        {mayWrite ? t`Change` : t`Look`}
      </Btn>
    </div>
  )
}
