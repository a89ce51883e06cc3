import { useLingui } from '@lingui/react/macro'
import { Undo2, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Sample } from '#api/contract/shapes.ts'
import { commandAt } from '#web/commands.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { SampleRow } from '#web/parts/sample-row.tsx'
import { exclusionWords } from './exclusion-words.ts'
import { hitKey } from './use-first-hits.ts'

type Props<S extends Sample> = {
  label: string
  hits: readonly S[]
  /** What is looked for: never offered as a word to leave out. */
  names: readonly string[]
  struckKeys: ReadonlySet<string>
  /** Absent: one can look only. */
  onStrike?: (key: string, isStruck: boolean) => void
  onExclude: (word: string) => void
  /** What else one can ask of a message. */
  below?: (hit: S) => ReactNode
}

/** Messages to judge. A wrong one is struck, and then the words that would keep it out are offered. */
export function StrikeList<S extends Sample>({ label, hits, names, struckKeys, onStrike, onExclude, below }: Props<S>) {
  const rightTexts = hits.filter((hit) => !struckKeys.has(hitKey(hit))).map((hit) => hit.text)
  return (
    <ul aria-label={label} className="space-y-1.5">
      {hits.map((hit) => {
        const isStruck = struckKeys.has(hitKey(hit))
        return (
          <Hit key={hitKey(hit)} hit={hit} isStruck={isStruck} onStrike={onStrike}>
            {below?.(hit)}
            {isStruck && <Offer words={exclusionWords(hit, rightTexts, names)} onExclude={onExclude} />}
          </Hit>
        )
      })}
    </ul>
  )
}

type HitProps = Pick<Props<Sample>, 'onStrike'> & { hit: Sample; isStruck: boolean; children: ReactNode }

/** The key that selects a card in the inbox strikes here what the focus is in. */
function Hit({ hit, isStruck, onStrike, children }: HitProps) {
  const { t } = useLingui()
  const toggle = () => onStrike?.(hitKey(hit), !isStruck)
  const press = (event: KeyboardEvent) => {
    if (commandAt(event.nativeEvent) !== 'select') return
    event.preventDefault()
    event.stopPropagation()
    toggle()
  }
  return (
    <li onKeyDown={press} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1">
      <SampleRow sample={hit} isStruck={isStruck}>
        {children}
      </SampleRow>
      {onStrike && (
        <IconBtn
          label={isStruck ? t`It is about us after all` : t`Not about us`}
          command="select"
          aria-pressed={isStruck}
          onClick={toggle}
        >
          {isStruck ? <Undo2 size={15} /> : <X size={15} />}
        </IconBtn>
      )}
    </li>
  )
}

function Offer({ words, onExclude }: { words: readonly string[]; onExclude: (word: string) => void }) {
  const { t } = useLingui()
  if (words.length === 0)
    return (
      <p className="mt-1.5 text-meta text-ink-3">{t`No single word tells this one apart from those that are right.`}</p>
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
