import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { TopicView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { Section } from './section.tsx'
import { TopicRow } from './topic-row.tsx'

const TopicEditor = lazy(() => import('./topic-editor.tsx').then((file) => ({ default: file.TopicEditor })))

export function TopicList() {
  const { t } = useLingui()
  const topics = useAsk('GET /api/topics')
  const mayAdd = useMay()('topic.create')
  const [edited, setEdited] = useState<TopicView | 'new' | undefined>()
  return (
    <Section
      id="topics"
      title={t`What we listen for`}
      says={t`A message that matches none of these is never kept.`}
      action={
        mayAdd && (
          <Btn kind={topics.data?.length === 0 ? 'primary' : 'outline'} onClick={() => setEdited('new')}>
            <Plus size={14} />
            {t`New topic`}
          </Btn>
        )
      }
    >
      {topics.isPending && <SkeletonRows label={t`The topics are on their way`} count={3} />}
      {topics.error && <FailedState error={topics.error} retry={() => void topics.refetch()} className="mx-0!" />}
      {topics.data?.length === 0 && (
        <EmptyState
          level={3}
          className="rounded-xl border border-line bg-pane"
          title={t`Nothing to listen for yet`}
          text={t`A topic is a name, a product, a story: a few words that people write. Everything they say with those words comes to the inbox.`}
        />
      )}
      <ul className="space-y-2">
        {topics.data?.map((topic) => (
          <TopicRow key={topic.id} topic={topic} onEdit={() => setEdited(topic)} />
        ))}
      </ul>
      <Suspense>
        {edited && <TopicEditor topic={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      </Suspense>
    </Section>
  )
}
