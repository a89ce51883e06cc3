import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { SourceView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { Section } from './section.tsx'
import { SourceRow } from './source-row.tsx'

const SourceEditor = lazyPart(() => import('./source-editor.tsx').then((file) => file.SourceEditor))

const freshMs = 15_000

export function SourceList() {
  const { t } = useLingui()
  // A source that simply goes well tells nobody: its "last heard" is looked up while somebody looks.
  const sources = useAsk('GET /api/sources', undefined, { refetchInterval: freshMs })
  const mayAdd = useMay()('source.create')
  const [edited, setEdited] = useState<SourceView | 'new' | undefined>()
  return (
    <Section
      id="sources"
      title={t`Where we listen`}
      says={t`When one fails, the rest goes on.`}
      action={
        mayAdd && (
          <Btn onClick={() => setEdited('new')}>
            <Plus size={14} />
            {t`New source`}
          </Btn>
        )
      }
    >
      {sources.isPending && <SkeletonRows label={t`The sources are on their way`} count={3} />}
      {sources.error && !sources.data && (
        <FailedState error={sources.error} retry={() => void sources.refetch()} className="mx-0!" />
      )}
      {sources.data?.length === 0 && (
        <EmptyState
          level={3}
          className="rounded-xl border border-line bg-pane"
          title={t`No source yet`}
          text={t`A source is a network, a news site, a forum or one of your own accounts. Several need no account at all.`}
        />
      )}
      {sources.data && sources.data.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-pane">
          {[...sources.data].sort(troubledFirst).map((source) => (
            <SourceRow key={source.id} source={source} onEdit={() => setEdited(source)} />
          ))}
        </ul>
      )}
      <Suspense>
        {edited && <SourceEditor source={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      </Suspense>
    </Section>
  )
}

const order: readonly SourceView['health'][] = [
  'reconnect',
  'refused',
  'failing',
  'behind',
  'starting',
  'live',
  'quiet',
  'paused',
]

function troubledFirst(a: SourceView, b: SourceView): number {
  return order.indexOf(a.health) - order.indexOf(b.health)
}
