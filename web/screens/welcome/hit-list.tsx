import { useLingui } from '@lingui/react/macro'
import { Undo2, X } from 'lucide-react'
import type { Sample } from '#api/contract/shapes.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { SampleRow } from '#web/parts/sample-row.tsx'
import { exclusionWords } from './exclusion-words.ts'
import { hitKey } from './use-first-hits.ts'

type Props = {
  hits: readonly Sample[]
  names: readonly string[]
  struckKeys: ReadonlySet<string>
  onStrike: (key: string, isStruck: boolean) => void
  onExclude: (word: string) => void
}

/** What was heard. A wrong one is struck, and then the words that would keep it out are offered. */
export function HitList({ hits, names, struckKeys, onStrike, onExclude }: Props) {
  const { t } = useLingui()
  const rightTexts = hits.filter((hit) => !struckKeys.has(hitKey(hit))).map((hit) => hit.text)
  return (
    <ul aria-label={t`Heard just now`} className="space-y-1.5">
      {hits.map((hit) => {
        const key = hitKey(hit)
        const isStruck = struckKeys.has(key)
        return (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1">
            <SampleRow sample={hit} isStruck={isStruck}>
              {isStruck && <Offer words={exclusionWords(hit, rightTexts, names)} onExclude={onExclude} />}
            </SampleRow>
            <IconBtn
              label={isStruck ? t`It is about us after all` : t`Not about us`}
              aria-pressed={isStruck}
              onClick={() => onStrike(key, !isStruck)}
            >
              {isStruck ? <Undo2 size={15} /> : <X size={15} />}
            </IconBtn>
          </li>
        )
      })}
    </ul>
  )
}

function Offer({ words, onExclude }: { words: readonly string[]; onExclude: (word: string) => void }) {
  const { t } = useLingui()
  if (words.length === 0)
    return (
      <p className="mt-1.5 text-meta text-ink-3">{t`No single word tells this one apart. Later, in Listening, you can write a finer search.`}</p>
    )
  return (
    <p className="mt-2 flex flex-wrap items-center gap-1.5 text-meta text-ink-3">
      {t`Leave out messages with`}
      {words.map((word) => (
        <Btn key={word} small onClick={() => onExclude(word)}>
          <span className="font-normal text-ink-3">{t`not`}</span> <i>{word}</i>
        </Btn>
      ))}
    </p>
  )
}
