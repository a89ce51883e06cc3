import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { ownWordLengthMax, ownWordPattern } from '#domain/own-word.ts'
import { ask, queries, useAsk, useChange } from '#web/api.ts'
import { Field, Input } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { Tip } from '#web/parts/tooltip.tsx'
import { useMay } from '#web/session.ts'
import { SettingsCard } from './page.tsx'

type Word = Answer<'GET /api/own-words'>['items'][number]

/** Words that no dictionary knows and that are well here; whoever writes answers adds and removes them. */
export function OwnWordsCard() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [typed, setTyped] = useState('')
  const mayAdd = useMay()('own_word.add')
  const words = useAsk('GET /api/own-words')
  const add = useChange('POST /api/own-words', { refresh: ['GET /api/own-words'] })
  const word = typed.trim()
  const isWord = ownWordPattern.test(word)
  const help = word && !isWord ? t`One word, without spaces or figures.` : undefined
  return (
    <SettingsCard
      title={t`Our words`}
      says={t`Spelling asks about none of these. The names of your brands, topics, departments and colleagues are known by themselves. Everybody who writes answers can add and remove them.`}
      {...(mayAdd
        ? {
            saveLabel: t`Add the word`,
            isChanged: isWord && word.length > 1,
            isBusy: add.isPending,
            problem: add.error ? wordsOf(add.error) : undefined,
            onSave: () => add.mutate({ body: { word } }, { onSuccess: () => setTyped('') }),
          }
        : {})}
    >
      <div data-own-words>
        {words.isPending && <SkeletonRows label={t`Our words are on their way`} count={1} />}
        {words.error && <FailedState error={words.error} retry={() => void words.refetch()} className="mx-0!" />}
        {words.data && <Words items={words.data.items} mayRemove={mayAdd} />}
      </div>
      {mayAdd && (
        <Field label={t`Another word`} className="mt-4 max-w-80" help={help}>
          {(control) => (
            <Input
              {...control}
              lang=""
              maxLength={ownWordLengthMax}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </SettingsCard>
  )
}

function Words({ items, mayRemove }: { items: readonly Word[]; mayRemove: boolean }) {
  const { t } = useLingui()
  const count = items.length
  if (count === 0)
    return (
      <p className="text-body text-ink-2">{t`None yet. While you write an answer, “Add to our words” puts one here.`}</p>
    )
  return (
    <ul
      aria-label={plural(count, { one: '# word of our own', other: '# words of our own' })}
      className="thin-scroll flex max-h-60 flex-wrap gap-1.5 overflow-y-auto"
    >
      {items.map((one) => (
        <Chip key={one.id} word={one} mayRemove={mayRemove} />
      ))}
    </ul>
  )
}

function Chip({ word, mayRemove }: { word: Word; mayRemove: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const [isBusy, setBusy] = useState(false)
  const said = word.word
  /** The list is read anew, and this chip is gone before all is done. */
  const change = async (doing: Promise<unknown>, done?: () => void) => {
    try {
      await doing
      done?.()
      await queries.invalidateQueries({ queryKey: ['GET /api/own-words'] })
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
    }
  }
  const putBack = () => void change(ask('POST /api/own-words', { body: { word: said } }))
  const takeOut = async () => {
    setBusy(true)
    const label = t`“${said}” is not one of our words any more`
    await change(ask('DELETE /api/own-words/{id}', { params: { id: word.id } }), () =>
      showToast({ text: label, undo: putBack }),
    )
    setBusy(false)
  }
  const when = fmt.day(new Date(word.at))
  const who = word.by?.name
  return (
    <li className="inline-flex min-h-7 items-center gap-1 rounded-md border border-line bg-raised pr-1 pl-2 text-ui touch:min-h-11">
      <span lang="" className="break-all">
        {said}
      </span>
      {mayRemove && (
        <Tip label={who ? t`Added by ${who}, ${when}` : t`Added ${when}`}>
          <button
            type="button"
            aria-label={t`Remove “${said}”`}
            disabled={isBusy}
            onClick={() => void takeOut()}
            className="inline-grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink touch:size-11"
          >
            <X size={13} />
          </button>
        </Tip>
      )}
    </li>
  )
}
