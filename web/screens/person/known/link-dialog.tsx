import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { FoundAuthor, Profile } from '#api/contract/people-shapes.ts'
import { useAsk } from '#web/api.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { Input } from '#web/parts/field.tsx'
import { nameOf } from '#web/screens/inbox/words.ts'
import { AccountLine } from './account-line.tsx'
import { useCalled } from './identity-words.ts'
import { SuggestedLine } from './suggested-line.tsx'
import { useLinks } from './use-links.ts'

const lettersMin = 3
const typingPauseMs = 200

type Props = { profile: Profile; onClose: () => void }

/** Another account of the same person, found by name or handle; who may be it stands first. */
export function LinkDialog({ profile, onClose }: Props) {
  const { t } = useLingui()
  const links = useLinks(profile.author.id)
  const [typed, setTyped] = useState('')
  const { author, suggestions } = profile
  const name = nameOf(author, t`Somebody`)
  const words = usePaused(typed.trim())
  const isAsked = words.length >= lettersMin
  const { data, isError } = useAsk(
    'GET /api/people',
    { query: { q: words, exceptId: author.id } },
    { enabled: isAsked },
  )
  const found = isAsked ? (data?.items ?? []) : []
  const isLooking = isAsked && !data && !isError
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Another account of ${name}`}
      says={t`Link only what you are sure of. You can always take it apart again.`}
    >
      <Input
        autoFocus
        aria-label={t`Name or handle`}
        placeholder={t`Name or handle`}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" className="mt-2 min-h-5 text-ui text-ink-3">
        {!isAsked && t`Type at least three letters.`}
        {isLooking && t`Looking…`}
        {isError && isAsked && t`It could not be looked up. Try again.`}
        {isAsked && data && found.length === 0 && t`Nobody we heard is called that.`}
      </p>
      <ul className="-mx-2">
        {found.map((one) => (
          <li key={one.author.id}>
            <Choice one={one} onChoose={(named) => void links.link(named).then((isDone) => isDone && onClose())} />
          </li>
        ))}
      </ul>
      {!isAsked && suggestions.length > 0 && (
        <>
          <h3 className="mt-3 mb-1.5 text-meta font-semibold text-ink-3">{t`May be the same person`}</h3>
          <ul className="space-y-1.5">
            {suggestions.map((one) => (
              <li key={one.author.id}>
                <SuggestedLine suggestion={one} links={links} onLinked={onClose} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Choice({ one, onChoose }: { one: FoundAuthor; onChoose: (named: { id: string; called: string }) => void }) {
  const called = useCalled()(one.author)
  const { count, author } = one
  const more = count > 1 ? ` · ${plural(count, { one: '# account', other: '# accounts' })}` : ''
  return (
    <button
      type="button"
      onClick={() => onChoose({ id: author.id, called })}
      className="flex min-h-11 w-full items-center rounded-md px-2 py-1 text-left hover:bg-sunken focus-visible:bg-sunken"
    >
      <AccountLine author={author} says={`${author.name}${more}`} />
    </button>
  )
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
