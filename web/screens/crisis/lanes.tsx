import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { IncidentView, LaneLineView } from '#api/contract/incident-shapes.ts'
import { type Lane, lanes } from '#domain/incident.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Face, faceOf } from '#web/parts/avatar.tsx'
import { Chip, SentimentGlyph } from '#web/parts/bits.tsx'
import { FormError, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { langAttribute } from '#web/screens/inbox/words.ts'
import { AddConversation } from './add-conversation.tsx'
import { useLaneNames, useLaneWhys } from './lane-words.ts'
import { Panel } from './panel.tsx'

/** What is said to us, in three lanes. The rule puts each in one; a person knows better. */
export function Lanes({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const names = useLaneNames()
  const { data, error, refetch } = useAsk('GET /api/incidents/{id}/messages', { params: { id: incident.key } })
  const follow = useFocusThatMoves(data)
  return (
    <div className="space-y-4">
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="m-0!" />}
      {!data && !error && <SkeletonRows label={t`The messages are on their way`} />}
      {data &&
        lanes.map((lane) => {
          const lines = data.lines.filter((line) => line.lane === lane)
          return (
            <Panel
              key={lane}
              title={names[lane]}
              action={<span className="num text-meta font-semibold text-ink-3">{fmt.int(lines.length)}</span>}
            >
              {lines.length === 0 && <p className="text-ui text-ink-2">{t`Nothing here.`}</p>}
              <ul className="divide-y divide-line">
                {lines.map((line) => (
                  <li key={line.id} data-lane={lane}>
                    <Message incident={incident} line={line} onMove={follow} />
                  </li>
                ))}
              </ul>
            </Panel>
          )
        })}
      {data?.isMore && (
        <p className="text-meta text-ink-3">{t`There are more than fit here. The inbox has them all.`}</p>
      )}
      {incident.can.work && <AddConversation id={incident.id} />}
    </div>
  )
}

/** A message that is put into another lane is drawn there anew: whoever put it there by key goes on from there. */
function useFocusThatMoves(lines: unknown): (select: HTMLSelectElement) => void {
  const moving = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked after every new answer.
  useEffect(() => {
    const select = document.querySelector<HTMLSelectElement>(`[data-lane-of="${moving.current}"]`)
    if (!moving.current || document.activeElement === select) return
    if (document.activeElement === document.body) select?.focus()
    moving.current = undefined
  }, [lines])
  return (select) => {
    moving.current = select.dataset.laneOf
  }
}

type Choice = Lane | 'auto' | 'out'

type MessageProps = { incident: IncidentView; line: LaneLineView; onMove: (select: HTMLSelectElement) => void }

function Message({ incident, line, onMove }: MessageProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const names = useLaneNames()
  const why = useLaneWhys()[line.why]
  const wordsOf = useProblemWords()
  const place = useChange('PUT /api/incidents/{id}/messages/{conversationId}', {
    refresh: ['GET /api/incidents/{id}/messages'],
    isAtOnce: true,
  })
  const { id, key, title, author, text, lang, latestAt, network, sentiment, owner, isAnswered, state } = line
  return (
    <div className="flex gap-2.5 py-2">
      {author && <Face id={faceOf(author)} src={author.avatarUrl} size={28} />}
      <div className="min-w-0 flex-1">
        <Link
          to="/inbox/$view/$conversation"
          params={{ view: 'all', conversation: key }}
          className="block text-ui hover:underline"
        >
          <span className="flex items-center gap-1.5">
            <b className="min-w-0 truncate font-semibold">{author ? author.name || `@${author.handle}` : title}</b>
            <Net id={network} size={13} />
            <time dateTime={latestAt} className="num ml-auto shrink-0 text-meta text-ink-3">
              {fmt.moment(new Date(latestAt))}
            </time>
          </span>
          <span lang={langAttribute(lang)} dir="auto" className="line-clamp-2 text-ink-2">
            {text}
          </span>
        </Link>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">
          <SentimentGlyph sentiment={sentiment} />
          <span>{why}</span>
          {isAnswered && (
            <Chip tone="pos">
              <Check size={11} aria-hidden="true" />
              {t`Answered`}
            </Chip>
          )}
          {state === 'done' && !isAnswered && <Chip>{t`Done`}</Chip>}
          {owner && <span className="truncate">{owner.name}</span>}
          {incident.can.work && (
            <Select
              aria-label={t`Lane of ${key}`}
              className="ml-auto h-7! w-44! px-2! text-meta! touch:h-11!"
              value={line.lane}
              data-lane-of={id}
              onChange={(event) => {
                onMove(event.currentTarget)
                place.mutate({
                  params: { id: incident.id, conversationId: id },
                  body: { lane: event.currentTarget.value as Choice },
                })
              }}
              choices={[
                ...lanes.map((lane) => ({ value: lane as string, label: names[lane] })),
                { value: 'auto', label: t`As the rule says` },
                { value: 'out', label: t`Not about this` },
              ]}
            />
          )}
        </span>
        {place.error && <FormError>{wordsOf(place.error)}</FormError>}
      </div>
    </div>
  )
}
