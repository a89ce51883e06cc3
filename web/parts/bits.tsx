import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import type { Sentiment } from '#domain/assessment.ts'
import type { CommandId } from '#web/commands.ts'
import { Tip } from './tooltip.tsx'

const shapes: Record<Sentiment, { d: string; colour: string }> = {
  negative: {
    d: 'M1.3 2.2h9.4c.7 0 1.1.8.7 1.4L6.7 10.5a.85.85 0 0 1-1.4 0L.6 3.6c-.4-.6 0-1.4.7-1.4z',
    colour: 'var(--neg-f)',
  },
  positive: {
    d: 'M10.7 9.8H1.3c-.7 0-1.1-.8-.7-1.4L5.3 1.5a.85.85 0 0 1 1.4 0l4.7 6.9c.4.6 0 1.4-.7 1.4z',
    colour: 'var(--pos-f)',
  },
  neutral: { d: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z', colour: 'var(--neu-f)' },
  mixed: { d: 'M6 .6 11.4 6 6 11.4.6 6z', colour: 'var(--mix-f)' },
  unsure: { d: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z', colour: 'var(--control)' },
}

export function useSentimentName(): (sentiment: Sentiment) => string {
  const { t } = useLingui()
  return (sentiment) => {
    switch (sentiment) {
      case 'negative':
        return t`Negative`
      case 'neutral':
        return t`Neutral`
      case 'positive':
        return t`Positive`
      case 'mixed':
        return t`Mixed`
      case 'unsure':
        return t`Tone unsure`
    }
  }
}

/** Shape first, colour second: readable without colour. Unsure is an open ring: nobody claims anything. */
export function SentimentGlyph({ sentiment, size = 10 }: { sentiment: Sentiment; size?: number }) {
  const nameOf = useSentimentName()
  const { d, colour } = shapes[sentiment]
  const isOpen = sentiment === 'unsure'
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" role="img" aria-label={nameOf(sentiment)} className="shrink-0">
      <path
        d={d}
        fill={isOpen ? 'none' : colour}
        stroke={isOpen ? colour : undefined}
        strokeWidth={isOpen ? 1.4 : undefined}
        strokeDasharray={isOpen ? '2.4 1.8' : undefined}
      />
    </svg>
  )
}

export type BtnKind = 'primary' | 'ink' | 'outline' | 'quiet' | 'danger'
type BtnProps = ComponentProps<'button'> & { kind?: BtnKind; small?: boolean; isBusy?: boolean }

/** The look of a button, for links that do the same. */
export function btnClass(kind: BtnKind = 'outline', small = false): string {
  return clsx(
    'inline-flex items-center justify-center gap-1.5 rounded-md font-semibold whitespace-nowrap transition-colors duration-100 touch:min-h-11',
    'aria-disabled:cursor-default aria-disabled:opacity-55 disabled:cursor-default disabled:opacity-55',
    small ? 'h-7 px-2 text-ui' : 'h-8 px-2.5 text-ui',
    kind === 'primary' && 'bg-marker text-on-marker hover:bg-marker-hover',
    kind === 'ink' && 'bg-ink text-on-ink hover:bg-ink-2',
    kind === 'outline' && 'border border-line-strong bg-raised text-ink shadow-1 hover:border-control',
    kind === 'quiet' && 'text-ink-2 hover:bg-sunken hover:text-ink',
    kind === 'danger' && 'border border-line-strong bg-raised text-neg-t shadow-1 hover:border-neg-t',
  )
}

/** One `primary` a screen. A busy button keeps its words and its place, and cannot be pressed twice. */
export function Btn({ kind, small, isBusy, className, onClick, ...props }: BtnProps) {
  return (
    <button
      type="button"
      {...props}
      aria-disabled={isBusy || props['aria-disabled'] || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={clsx(btnClass(kind, small), className)}
    />
  )
}

type IconBtnProps = ComponentProps<'button'> & { label: string; command?: CommandId }

/** A picture with a name: read by screen readers, shown with its key on hover and focus. */
export function IconBtn({ label, command, className, ...props }: IconBtnProps) {
  return (
    <Tip label={label} command={command}>
      <button
        type="button"
        aria-label={label}
        {...props}
        className={clsx(
          'inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-2 transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:opacity-50 touch:size-11',
          className,
        )}
      />
    </Tip>
  )
}

export type ChipTone = 'plain' | 'marker' | 'neg' | 'mix' | 'warn' | 'pos' | 'sea'
const tones: Record<ChipTone, string> = {
  plain: 'bg-sunken text-ink-2',
  marker: 'bg-marker-soft text-ink',
  neg: 'bg-neg-s text-neg-t',
  mix: 'bg-mix-s text-mix-t',
  warn: 'bg-warn-s text-warn-t',
  pos: 'bg-pos-s text-pos-t',
  sea: 'bg-sea-soft text-sea',
}

/** A small label that says something; it is not a control. */
export function Chip({
  tone = 'plain',
  children,
  className,
}: {
  tone?: ChipTone
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={clsx(
        'inline-flex h-[18px] min-w-0 items-center gap-1 rounded-sm px-1.5 text-meta font-semibold',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

/** A filter or a name that was chosen, with a way to take it away. */
export function ChoiceChip(props: {
  children: ReactNode
  removeLabel: string
  onRemove: () => void
  marked?: boolean
}) {
  return (
    <span
      className={clsx(
        'inline-flex h-7 items-center gap-1 rounded-md pr-1 pl-2 text-ui whitespace-nowrap touch:h-11',
        props.marked ? 'bg-marker-soft text-ink' : 'border border-line-strong bg-pane',
      )}
    >
      {props.children}
      <button
        type="button"
        aria-label={props.removeLabel}
        onClick={props.onRemove}
        className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink disabled:hidden touch:size-11"
      >
        <X size={12} />
      </button>
    </span>
  )
}
