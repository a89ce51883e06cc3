import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { Ellipsis, History, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TopicView } from '#api/contract/shapes.ts'
import { dearFromPerThousand } from '#domain/topic-cost.ts'
import { type ApiProblemError, useChange } from '#web/api.ts'
import { Chip, IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Menu, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { Says } from '#web/parts/says.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay } from '#web/session.ts'
import { BackfillLine } from './backfill-line.tsx'
import { WeekBars } from './week-bars.tsx'

const reviewSoonMs = 30 * 86_400_000
const backfillShownMs = 3 * 86_400_000

/** One topic: what it hears as a sentence, how much that was this week, and who it is for. */
export function TopicRow({ topic }: { topic: TopicView }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const { triedPerThousand } = topic
  const isPaused = topic.state === 'paused'
  const weekCount = topic.perDay.reduce((sum, count) => sum + count, 0)
  const reviewAt = new Date(topic.reviewAt)
  const isReviewSoon = reviewAt.getTime() - Date.now() < reviewSoonMs
  return (
    <li className="relative rounded-xl border border-line bg-pane px-4 py-3 hover:border-line-strong">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="flex items-center gap-2 text-body font-bold">
            {/* The whole card leads to the search; what stands on it can still be pressed. */}
            <Link
              to="/listen/$search"
              params={{ search: topic.id }}
              className="min-w-0 truncate after:absolute after:inset-0 after:rounded-xl"
            >
              {topic.name}
            </Link>
            {isPaused && <Chip>{t`paused`}</Chip>}
          </h3>
          <p className="mt-0.5 line-clamp-3 text-ui text-pretty text-ink-2">
            <Says sentence={topic.says[lang]} />
          </p>
        </div>
        <div className="max-sm:hidden">
          <WeekBars perDay={topic.perDay} />
        </div>
        <div className="relative -mr-2">
          <TopicMenu topic={topic} />
        </div>
      </div>
      {weekCount > 0 && (
        <div className="mt-2 sm:hidden">
          <WeekBars perDay={topic.perDay} />
        </div>
      )}
      <p className="num mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-ink-3">
        <Link
          to="/inbox/$view"
          params={{ view: 'all' }}
          search={{ topicId: topic.id }}
          className="relative py-1 font-semibold text-sea underline-offset-2 hover:underline touch:py-3.5"
        >
          {t`${plural(weekCount, { one: '# message', other: '# messages' })} in seven days`}
        </Link>
        <span>{t`${fmt.int(topic.mentionCount)} in all`}</span>
        {topic.department && <span>{t`for ${topic.department.name}`}</span>}
        {triedPerThousand !== null && triedPerThousand >= dearFromPerThousand && (
          <span className="basis-full">
            <Chip tone="warn">{t`heavy`}</Chip>{' '}
            {t`Looks closer at ${fmt.int(triedPerThousand)} of every ${fmt.int(1_000)} messages. A rarer word that must be there helps.`}
          </span>
        )}
        {isReviewSoon && <Chip tone="warn">{t`still needed? look again by ${fmt.day(reviewAt)}`}</Chip>}
      </p>
      {isBackfillShown(topic) && topic.backfill && (
        <div className="relative mt-2">
          <BackfillLine topic={topic} backfill={topic.backfill} />
        </div>
      )}
    </li>
  )
}

/** What came of looking back is news for a few days; later it stands with the search itself. */
function isBackfillShown({ backfill }: TopicView): boolean {
  if (!backfill) return false
  return !backfill.finishedAt || Date.now() - Date.parse(backfill.finishedAt) < backfillShownMs
}

function TopicMenu({ topic }: { topic: TopicView }) {
  const navigate = useNavigate()
  const { t } = useLingui()
  const [isRemoving, setRemoving] = useState(false)
  const wordsOf = useProblemWords()
  const may = useMay()
  const change = useChange('PATCH /api/topics/{id}', { refresh: ['GET /api/topics'] })
  const remove = useChange('DELETE /api/topics/{id}', { refresh: ['GET /api/topics', 'GET /api/sets'] })
  const isPaused = topic.state === 'paused'
  const name = topic.name
  const lookBack = useChange('POST /api/topics/{id}/look-back', { refresh: ['GET /api/topics'] })
  const failing = { onError: (error: ApiProblemError) => showToast({ tone: 'failed', text: wordsOf(error) }) }
  const setState = (state: 'on' | 'paused') => change.mutate({ params: { id: topic.id }, body: { state } }, failing)
  const toggle = () => {
    setState(isPaused ? 'on' : 'paused')
    showToast({
      text: isPaused ? t`Listening for ${name} again` : t`Paused: ${name}`,
      undo: () => setState(isPaused ? 'paused' : 'on'),
    })
  }
  if (!may('topic.change')) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconBtn label={t`More for ${name}`}>
            <Ellipsis size={16} />
          </IconBtn>
        }
      >
        <MenuItem
          icon={Pencil}
          onSelect={() => void navigate({ to: '/listen/$search', params: { search: topic.id } })}
        >{t`Change…`}</MenuItem>
        <MenuItem icon={isPaused ? Play : Pause} onSelect={toggle}>
          {isPaused ? t`Listen again` : t`Pause`}
        </MenuItem>
        {!isPaused && topic.backfill?.state !== 'running' && (
          <MenuItem icon={History} onSelect={() => lookBack.mutate({ params: { id: topic.id } }, failing)}>
            {topic.backfill ? t`Look back again` : t`Look back`}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={Trash2} isDanger onSelect={() => setRemoving(true)}>{t`Remove…`}</MenuItem>
      </Menu>
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Stop listening for ${name}?`}
        says={t`What was heard stays in the inbox, without this topic. The search itself is gone; pausing keeps it.`}
        doLabel={t`Remove the search`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params: { id: topic.id } }, { onSuccess: () => setRemoving(false) })}
      />
    </>
  )
}
