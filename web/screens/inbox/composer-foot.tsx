import { useLingui } from '@lingui/react/macro'
import { Check, CloudOff, LoaderCircle, Undo2 } from 'lucide-react'
import { useInbox } from './inbox-context.ts'
import type { Composer } from './use-composer.ts'

/** One quiet line: whether the words are safe, and what happens after sending. */
export function ComposerFoot({ composer }: { composer: Composer }) {
  const { t } = useLingui()
  const { me, decide } = useInbox()
  const seconds = me.undoSeconds
  const state = useDraftWords(composer)
  const isReply = composer.tab === 'reply'
  return (
    <span className="num flex min-w-0 flex-wrap items-center gap-x-3 text-meta text-ink-3 max-md:flex-nowrap max-md:overflow-hidden">
      {state}
      {isReply && composer.isClaimed && (
        <button
          type="button"
          onClick={decide.undo}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sea hover:underline touch:min-h-11"
        >
          <Undo2 size={12} />
          {t`Yours now. Give it back`}
        </button>
      )}
      {isReply && !composer.isAssisted && !composer.isClaimed && (
        <span className="truncate max-lg:hidden">
          {seconds > 0 ? t`${seconds} s to take it back` : t`It leaves at once`}
        </span>
      )}
    </span>
  )
}

function useDraftWords({ draftState }: Composer) {
  const { t } = useLingui()
  const look = 'inline-flex shrink-0 items-center gap-1'
  switch (draftState) {
    case 'empty':
      return null
    case 'typing':
    case 'saving':
      return (
        <span className={look}>
          <LoaderCircle size={12} aria-hidden="true" />
          <span className="max-md:sr-only">{t`Saving…`}</span>
        </span>
      )
    case 'saved':
      return (
        <span className={look}>
          <Check size={12} className="text-pos-t" aria-hidden="true" />
          <span className="max-md:sr-only">{t`Draft saved`}</span>
        </span>
      )
    case 'failed':
      return (
        <span className={`${look} font-semibold text-warn-t`}>
          <CloudOff size={12} aria-hidden="true" />
          {t`Not saved yet, trying again`}
        </span>
      )
  }
}
