import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { AccountLine } from './account-line.tsx'
import { useCalled, useReasonWords } from './identity-words.ts'
import type { Links } from './use-links.ts'

type Props = { suggestion: Profile['suggestions'][number]; links: Links; onLinked?: () => void }

/** Somebody who may be the same: why, and the two answers. Nothing happens until a person gives one. */
export function SuggestedLine({ suggestion, links, onLinked }: Props) {
  const { t } = useLingui()
  const reasonsOf = useReasonWords()
  const calledOf = useCalled()
  const [isBusy, setBusy] = useState(false)
  const { author, reasons, count } = suggestion
  const called = calledOf(author)
  const named = { id: author.id, called }
  const more = count > 1 ? ` · ${plural(count, { one: '# account', other: '# accounts' })}` : ''
  const act = async (doing: Promise<boolean>) => {
    setBusy(true)
    const isDone = await doing
    setBusy(false)
    return isDone
  }
  return (
    <div className="rounded-md border border-line bg-pane px-2.5 py-2">
      <AccountLine author={author} />
      <p className="mt-0.5 text-meta text-pretty text-ink-3">
        {reasonsOf(reasons)}
        {more}
      </p>
      <span className="mt-1.5 flex flex-wrap gap-1.5">
        <Btn
          small
          isBusy={isBusy}
          aria-label={t`${called} is the same person`}
          onClick={() => void act(links.link(named)).then((isDone) => isDone && onLinked?.())}
        >
          {t`Same person`}
        </Btn>
        <Btn
          small
          kind="quiet"
          isBusy={isBusy}
          aria-label={t`${called} is not the same person`}
          onClick={() => void act(links.sayNotSame(named))}
        >
          {t`Not the same`}
        </Btn>
      </span>
    </div>
  )
}
