import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { DraftFix } from '#domain/draft/draft-rule.ts'
import type { Span } from '#domain/span.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { takeBack, undoStack } from '#web/screens/inbox/undo.ts'
import type { Undoable } from '#web/screens/inbox/undo-stack.ts'
import { useMay } from '#web/session.ts'

export type SpellingWays = { ignore: (word: string) => void; addToOurs: (word: string) => Promise<() => Promise<void>> }

type Props = SpellingWays & {
  word: string
  span: Span
  offers: readonly string[]
  onFix: ((fix: DraftFix) => void) | undefined
}

/** What can be done about a word that nobody knows: another one, it is ours, or let it be. */
export function UnknownWord({ word, span, offers, onFix, ignore, addToOurs }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const mayAdd = useMay()('own_word.add')
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    try {
      const step: Undoable = { label: t`“${word}” is one of our words`, undo: await addToOurs(word) }
      undoStack.push(step)
      showToast({ text: step.label, undo: () => void takeBack(step) })
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="flex flex-wrap gap-1">
      {onFix &&
        offers.map((text) => (
          <Btn key={text} small lang="" onClick={() => onFix({ span, text })}>
            {text}
          </Btn>
        ))}
      {mayAdd && (
        <Btn small kind="quiet" isBusy={isBusy} aria-label={t`Add to our words: “${word}”`} onClick={() => void add()}>
          {t`Add to our words`}
        </Btn>
      )}
      <Btn small kind="quiet" aria-label={t`Not here: “${word}”`} onClick={() => ignore(word)}>
        {t`Not here`}
      </Btn>
    </span>
  )
}
