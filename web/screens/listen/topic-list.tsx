import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { DearTopics } from './dear-topics.tsx'
import { Section } from './section.tsx'
import { TopicRow } from './topic-row.tsx'

export function TopicList() {
  const { t } = useLingui()
  const topics = useAsk('GET /api/topics')
  const mayAdd = useMay()('topic.create')
  return (
    <Section
      id="topics"
      title={t`What we listen for`}
      says={t`A message that matches none of these is never kept.`}
      action={
        mayAdd && (
          <Link to="/listen/new" className={btnClass('primary')}>
            <Plus size={14} />
            {t`New search`}
          </Link>
        )
      }
    >
      {topics.isPending && <SkeletonRows label={t`The searches are on their way`} count={3} />}
      {topics.error && !topics.data && (
        <FailedState error={topics.error} retry={() => void topics.refetch()} className="mx-0!" />
      )}
      {topics.data?.length === 0 && (
        <EmptyState
          level={3}
          className="rounded-xl border border-line bg-pane"
          title={t`Nothing to listen for yet`}
          text={t`A search is a name, a product, a story: a few words that people write. Everything they say with those words comes to the inbox.`}
        />
      )}
      <ul className="space-y-2">
        {topics.data?.map((topic) => (
          <TopicRow key={topic.id} topic={topic} />
        ))}
      </ul>
      <DearTopics />
      {!mayAdd && topics.data && (
        <div className="mt-3">
          <NotAllowed>{t`You can read these. A lead or an administrator chooses what we listen for, and where.`}</NotAllowed>
        </div>
      )}
    </Section>
  )
}
