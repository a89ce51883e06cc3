import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { AlarmClock, Check, Image, Layers, MessageCircle, PenLine, Star } from 'lucide-react'
import { type MouseEvent, memo, startTransition, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { Mark } from '#web/offline/door.ts'
import { Face, faceOf, Initials } from '#web/parts/avatar.tsx'
import { SentimentGlyph } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Hits } from '#web/parts/hits.tsx'
import { NetBadge, NetName } from '#web/parts/network.tsx'
import { PromiseRing } from '#web/parts/promise.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFlag, useCardFlag } from './card-flag.tsx'
import type { Inbox } from './inbox-context.ts'
import type { PresentHere } from './presence.ts'
import { PresentSign } from './present-sign.tsx'
import { RiskFigure } from './risk-figure.tsx'
import { langAttribute, langSign, nameOf, useIntentName } from './words.ts'

export type CardProps = {
  row: Row
  href: string
  onOpen: Inbox['open']
  isCurrent: boolean
  isSelected: boolean
  /** Something is selected: every face becomes a box. */
  hasSelection: boolean
  /** A colleague decided: it stays in its place, pale, until news is taken in. */
  isDeparted: boolean
  /** Topics tell cards apart only where there are several. */
  hasTopics: boolean
  problem: string | undefined
  /** Something decided about it waits in this browser. */
  mark: Mark | undefined
  /** Colleagues who have it open now. */
  present: PresentHere | undefined
}

/** One conversation in the list: enough to decide without opening it. */
export const Card = memo(function Card(props: CardProps) {
  const { t } = useLingui()
  const { row, isCurrent, isSelected } = props
  const name = nameOf(row.author, t`Somebody`)
  const isStrong = row.isUnread || isCurrent
  const [isPointed, setPointed] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that one is here; what can be done are buttons.
    <div
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={(event) => setPointed(event.currentTarget.contains(document.activeElement))}
      onFocus={() => startTransition(() => setPointed(true))}
      onBlur={(event) => setPointed(event.currentTarget.contains(event.relatedTarget))}
      className={clsx(
        'group/card relative mb-0.5 h-[104px] rounded-lg',
        surface(props),
        // Paler, and still to be read: with opacity its words would fall below the contrast they need.
        props.isDeparted && 'grayscale [--ink-2:var(--ink-3)] [--ink:var(--ink-3)]',
      )}
    >
      {isCurrent && (
        <span className="absolute top-2.5 bottom-2.5 left-0 hidden w-[4px] rounded-r-full bg-marker ring-1 ring-marker-line md:block" />
      )}
      <a
        href={props.href}
        onClick={(event) => follow(event, props)}
        data-card={row.id}
        aria-current={isCurrent ? 'true' : undefined}
        className="grid h-full scroll-mt-8 grid-cols-[36px_1fr] gap-x-3 rounded-lg px-2.5 py-2.5"
      >
        <span className="relative h-9">
          <Face id={row.author ? faceOf(row.author) : row.id} src={row.author?.avatarUrl} />
          <NetBadge id={row.network} bg={isCurrent ? 'var(--selected)' : 'var(--canvas)'} />
          {row.isUnread && <UnreadDot />}
        </span>
        <span className="min-w-0">
          <span className="flex h-5 items-center gap-1.5">
            <span className={clsx('truncate text-ui', isStrong ? 'font-bold' : 'font-semibold')}>{name}</span>
            <NetName id={row.network} />
            <Reach row={row} />
            <span className="flex-1" />
            <CardTime row={row} />
          </span>
          <Excerpt row={row} isStrong={isStrong} />
          <CardFoot {...props} />
        </span>
      </a>
      {(isPointed || props.hasSelection) && (
        <CardActions row={row} isSelected={isSelected} isPointed={isPointed} name={name} />
      )}
      <RiskOfCard row={row} isPointed={isPointed} />
    </div>
  )
})

/** Below the face, beside the link: a control of its own, which Tab reaches while one is at the card. */
function RiskOfCard({ row, isPointed }: { row: Row; isPointed: boolean }) {
  if (row.risk.level === 0 || row.state === 'done' || row.state === 'noise') return null
  return (
    <span className="absolute top-[72px] left-1.5 grid w-11 justify-items-center">
      <RiskFigure risk={row.risk} isButton tabIndex={isPointed ? 0 : -1} className="hit-area h-6" />
    </span>
  )
}

/** A plain press stays on the page; with a modifier the browser does what it does with links. */
export function follow(event: MouseEvent, { row, onOpen }: CardProps) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  onOpen(row, { replace: false })
}

export function surface({ isCurrent, isSelected }: CardProps): string {
  if (isSelected) return 'bg-sea-soft'
  return isCurrent ? 'md:bg-selected md:shadow-2' : 'hover:bg-sunken focus-within:bg-sunken'
}

export function UnreadDot() {
  const { t } = useLingui()
  return (
    <span className="absolute top-[-3px] left-[-3px] size-2.5 rounded-full border-2 border-canvas bg-marker outline outline-1 outline-marker-line">
      <span className="sr-only">{t`unread`}</span>
    </span>
  )
}

const reachShownFrom = 1_000

export function Reach({ row }: { row: Row }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const followers = row.author?.followers ?? 0
  const stars = row.rating === null ? 0 : Math.round(row.rating)
  return (
    <>
      {followers >= reachShownFrom && (
        <span className="num shrink-0 text-meta text-ink-3">
          {fmt.compact(followers)}
          <span className="sr-only">{t`followers`}</span>
        </span>
      )}
      {stars > 0 && (
        <span className="flex shrink-0 text-warn-f" role="img" aria-label={t`${stars} out of 5`}>
          {Array.from({ length: stars }, (_, at) => at).map((at) => (
            <Star key={at} size={10} fill="currentColor" />
          ))}
        </span>
      )}
    </>
  )
}

/** What presses: the promise; else until when it waits; else how long ago it was said. */
export function CardTime({ row }: { row: Row }) {
  const { t } = useLingui()
  const fmt = useFmt()
  if (row.state === 'waiting' && row.waitUntil) {
    const until = fmt.moment(new Date(row.waitUntil))
    return (
      <span
        className="num inline-flex h-5 shrink-0 items-center gap-1 text-meta text-ink-3"
        title={fmt.whole(new Date(row.waitUntil))}
      >
        <AlarmClock size={12} aria-label={t`waits until`} />
        {until}
      </span>
    )
  }
  if (row.state === 'waiting')
    return (
      <span className="inline-flex h-5 shrink-0 items-center gap-1 text-meta text-ink-3">
        <AlarmClock size={12} aria-label={t`waits for`} />
        {row.waitsFor === 'growth' ? t`growth` : t`an answer`}
      </span>
    )
  if (row.state === 'open' && row.dueAt) return <PromiseRing dueAt={row.dueAt} promisedMinutes={row.promisedMinutes} />
  const latest = new Date(row.latestAt)
  return (
    <time dateTime={row.latestAt} title={fmt.whole(latest)} className="num h-5 shrink-0 text-meta leading-5 text-ink-3">
      {fmt.moment(latest)}
    </time>
  )
}

function Excerpt({ row, isStrong }: { row: Row; isStrong: boolean }) {
  const { t } = useLingui()
  const look = 'mt-0.5 line-clamp-2 min-h-[38px] text-ui leading-[19px] break-words'
  if (row.excerpt.isDeleted)
    return <span className={clsx(look, 'text-ink-3 italic')}>{t`This message was deleted by its writer.`}</span>
  return (
    <span className={clsx(look, isStrong ? 'text-ink' : 'text-ink-2')} dir="auto" lang={langAttribute(row.lang)}>
      <Hits text={row.excerpt.text} spans={row.excerpt.spans} />
    </span>
  )
}

function CardFoot({ row, problem, isDeparted, hasTopics, present, mark }: CardProps) {
  const { t } = useLingui()
  const flag = useCardFlag({ row, problem, isDeparted, mark })
  const intentName = useIntentName()
  // What the flag says is not said twice.
  const intent = flag?.isIntent ? '' : intentName(row.intent)
  const topic = row.topics[0]?.name ?? ''
  const says = (hasTopics ? topic || intent : intent || topic) || row.title
  const sign = langSign(row.lang)
  return (
    <span className="mt-1.5 flex h-[18px] items-center gap-1.5 text-meta text-ink-3">
      <SentimentGlyph sentiment={row.sentiment} />
      <span className="min-w-0 shrink-[99] truncate text-ink-2">{says}</span>
      {flag && <CardFlag flag={flag} />}
      {sign && !flag && (
        <span className="shrink-0">
          <span aria-hidden="true">· </span>
          {sign}
        </span>
      )}
      {row.messageCount > 1 && (
        <span className="num inline-flex shrink-0 items-center gap-0.5">
          <MessageCircle size={11} aria-label={t`messages`} />
          {row.messageCount}
        </span>
      )}
      <Alike row={row} isShort={flag !== undefined} />
      {row.hasMedia && !flag && <Image size={11} className="shrink-0" aria-label={t`with a picture`} />}
      <span className="flex-1" />
      <span className="flex shrink-0 items-center gap-1.5 group-has-[[data-quick]]/card:md:invisible">
        {present ? <PresentSign present={present} /> : row.draftBy && <Begun name={row.draftBy.name} />}
        <Owner row={row} />
      </span>
    </span>
  )
}

/** So many others tell of the same; short where there is little room. */
export function Alike({ row, isShort }: { row: Row; isShort?: boolean }) {
  const { t } = useLingui()
  const others = (row.story?.count ?? 1) - 1
  if (others < 1) return null
  const says = t`+${others} alike`
  return (
    <span className="num inline-flex shrink-0 items-center gap-0.5 font-semibold text-ink-2" title={says}>
      <Layers size={11} aria-hidden="true" />
      {isShort ? <span aria-hidden="true">+{others}</span> : says}
      {isShort && <span className="sr-only">{says}</span>}
    </span>
  )
}

/** A colleague left words in the composer; one can go on with them. */
export function Begun({ name }: { name: string }) {
  const { t } = useLingui()
  const says = t`${name} began an answer`
  return (
    <span role="img" aria-label={says} title={says}>
      <PenLine size={12} aria-hidden="true" />
    </span>
  )
}

export function Owner({ row }: { row: Row }) {
  const { t } = useLingui()
  if (row.state === 'done') return <Check size={14} className="text-pos-t" aria-label={t`Done`} />
  if (row.owner) return <Initials name={row.owner.name} size={18} />
  return (
    <span
      className="grid size-[18px] place-items-center rounded-full border border-dashed border-control"
      title={t`No owner yet`}
    >
      <span className="sr-only">{t`No owner yet`}</span>
    </span>
  )
}
