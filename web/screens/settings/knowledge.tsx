import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { FactView } from '#api/contract/snippet-shapes.ts'
import { statementFor } from '#domain/knowledge.ts'
import { useAsk } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { FactEditor } from './snippets/fact-editor.tsx'

/** What we know to be so: what an answer may rest on. */
export function KnowledgeSettings() {
  const { t } = useLingui()
  const { data, error, isPending, refetch } = useAsk('GET /api/knowledge')
  const [open, setOpen] = useState<string | undefined>(() => window.location.hash.slice(1) || undefined)
  const close = () => setOpen(undefined)
  return (
    <SettingsPage
      title={t`Knowledge`}
      says={t`Facts with their source. A # in an answer brings them; what an answer says with one of them behind it is not asked for a source.`}
    >
      {data && !data.mayWrite && (
        <NotAllowed>{t`You can look at these and use them. Your role does not write them.`}</NotAllowed>
      )}
      {isPending && <SkeletonRows label={t`What we know is on its way`} count={4} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && (
        <SettingsCard title={t`All facts`}>
          {data.facts.length === 0 && open === undefined && (
            <EmptyState
              className="p-0!"
              title={t`Nothing yet`}
              text={t`Write down what you look up every week: a term, a price, an opening hour, with where it stands.`}
            />
          )}
          <ul className="divide-y divide-line">
            {data.facts.map((fact) => (
              <li key={fact.id} className="py-2.5">
                {open === fact.id ? (
                  <FactEditor fact={fact} mayWrite={data.mayWrite} onDone={close} />
                ) : (
                  <FactRow fact={fact} mayWrite={data.mayWrite} onOpen={() => setOpen(fact.id)} />
                )}
              </li>
            ))}
          </ul>
          {open === 'new' && <FactEditor fact={undefined} mayWrite={data.mayWrite} onDone={close} />}
          {data.mayWrite && open !== 'new' && (
            <Btn kind="primary" onClick={() => setOpen('new')}>
              <Plus size={14} />
              {t`New fact`}
            </Btn>
          )}
        </SettingsCard>
      )}
    </SettingsPage>
  )
}

function FactRow({ fact, mayWrite, onOpen }: { fact: FactView; mayWrite: boolean; onOpen: () => void }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const { source, validUntil, statements } = fact
  const said = statementFor(statements, i18n.locale)
  const text = said?.text ?? ''
  const ends = validUntil === null ? undefined : new Date(validUntil)
  const day = ends && fmt.day(ends)
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <p lang={said?.lang} className="text-body break-words">
          {text}
        </p>
        <p className="num text-meta break-words text-ink-3">
          {t`Source: ${source}`}
          {day && <>{t`, until ${day}`}</>} {ends && ends <= new Date() && <Chip tone="warn">{t`Past its date`}</Chip>}
        </p>
      </div>
      <Btn aria-label={mayWrite ? t`Change ${text}` : t`Look at ${text}`} onClick={onOpen}>
        {mayWrite ? t`Change` : t`Look`}
      </Btn>
    </div>
  )
}
