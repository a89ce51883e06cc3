import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { memo, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { Face } from '#web/parts/avatar.tsx'
import { SentimentGlyph } from '#web/parts/bits.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { NetBadge, NetName } from '#web/parts/network.tsx'
import { Alike, Begun, type CardProps, CardTime, follow, Owner, Reach, surface, UnreadDot } from './card.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFlag, useCardFlag } from './card-flag.tsx'
import { PresentSign } from './present-sign.tsx'
import { RiskFigure } from './risk-figure.tsx'
import { langAttribute, nameOf } from './words.ts'

/** One conversation in 64 pixels with the room below it: who, how long, and one line of what was said. */
export const CompactCard = memo(function CompactCard(props: CardProps) {
  const { t } = useLingui()
  const { row, isCurrent, isSelected, present } = props
  const name = nameOf(row.author, t`Somebody`)
  const isStrong = row.isUnread || isCurrent
  const [isPointed, setPointed] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that one is here; what can be done are buttons.
    <div
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={(event) => setPointed(event.currentTarget.contains(document.activeElement))}
      onFocus={() => setPointed(true)}
      onBlur={(event) => setPointed(event.currentTarget.contains(event.relatedTarget))}
      className={clsx(
        'group/card relative mb-0.5 h-[62px] rounded-lg',
        surface(props),
        props.isDeparted && 'opacity-55',
      )}
    >
      {isCurrent && (
        <span className="absolute top-2 bottom-2 left-0 hidden w-[4px] rounded-r-full bg-marker ring-1 ring-marker-line md:block" />
      )}
      <a
        href={props.href}
        onClick={(event) => follow(event, props)}
        data-card={row.id}
        aria-current={isCurrent ? 'true' : undefined}
        className="grid h-full scroll-mt-8 grid-cols-[36px_1fr] items-center gap-x-3 rounded-lg px-2.5"
      >
        <span className="relative h-9">
          <Face id={row.author?.id ?? row.id} src={row.author?.avatarUrl} />
          <NetBadge id={row.network} bg={isCurrent ? 'var(--selected)' : 'var(--canvas)'} />
          {row.isUnread && <UnreadDot />}
        </span>
        <span className="min-w-0">
          <span className="flex h-5 items-center gap-1.5">
            <span className={clsx('truncate text-ui', isStrong ? 'font-bold' : 'font-semibold')}>{name}</span>
            <NetName id={row.network} />
            <Reach row={row} />
            {row.state !== 'done' && row.state !== 'noise' && <RiskFigure risk={row.risk} />}
            <Flag {...props} />
            <span className="flex-1" />
            <CardTime row={row} />
          </span>
          <span className="mt-0.5 flex h-5 items-center gap-1.5">
            <SentimentGlyph sentiment={row.sentiment} />
            <Line row={row} isStrong={isStrong} />
            <span className="flex shrink-0 items-center gap-1.5 group-has-[[data-quick]]/card:md:invisible">
              <Alike row={row} />
              {present ? <PresentSign present={present} /> : row.draftBy && <Begun name={row.draftBy.name} />}
              <Owner row={row} />
            </span>
          </span>
        </span>
      </a>
      {(isPointed || props.hasSelection) && (
        <CardActions row={row} isSelected={isSelected} isPointed={isPointed} name={name} />
      )}
    </div>
  )
})

function Flag({ row, problem, isDeparted, mark }: CardProps) {
  const flag = useCardFlag({ row, problem, isDeparted, mark })
  return flag && <CardFlag flag={flag} />
}

function Line({ row, isStrong }: { row: Row; isStrong: boolean }) {
  const { t } = useLingui()
  const look = 'min-w-0 flex-1 truncate text-ui'
  if (row.excerpt.isDeleted)
    return <span className={clsx(look, 'text-ink-3 italic')}>{t`This message was deleted by its writer.`}</span>
  return (
    <span className={clsx(look, isStrong ? 'text-ink' : 'text-ink-2')} dir="auto" lang={langAttribute(row.lang)}>
      <Hits text={row.excerpt.text} spans={row.excerpt.spans} />
    </span>
  )
}
