import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useState } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { ask } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useInbox } from './inbox-context.ts'
import { patchConversation } from './patch-answers.ts'
import { changeInLists } from './standing-lists.ts'
import { sideBySide, useMedia } from './use-media.ts'
import { langAttribute } from './words.ts'

const titleMax = 200

/** The title is ours: press it and write a better one. Enter keeps it, Escape leaves it as it was. */
export function EditableTitle({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const lang = langOfTitle(conversation)
  const [isEditing, setEditing] = useState(false)
  const rename = useRename(conversation)
  const look = 'block truncate text-left text-[15px] leading-5 font-bold'
  // On a phone the conversation is the whole page, and its title the first heading.
  const Heading = useMedia(sideBySide) ? 'h2' : 'h1'
  if (!me.canWrite)
    return (
      <Heading className={look} lang={lang}>
        {conversation.title}
      </Heading>
    )
  if (!isEditing)
    return (
      <Heading className="flex min-w-0">
        <button
          type="button"
          title={t`Press to write another title`}
          onClick={() => setEditing(true)}
          className="hit-area -mx-1 max-w-full rounded-sm px-1 hover:bg-sunken"
        >
          <span className={look} lang={lang}>
            {conversation.title}
          </span>
        </button>
      </Heading>
    )
  const end = (field: HTMLInputElement) => {
    setEditing(false)
    rename(field.value)
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') end(event.currentTarget)
    if (event.key === 'Escape') setEditing(false)
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed.
      autoFocus
      aria-label={t`Title`}
      defaultValue={conversation.title}
      maxLength={titleMax}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget)}
      onKeyDown={pressed}
      className="-mx-1 block w-full rounded-sm border border-control bg-raised px-1 text-[15px] leading-[18px] font-bold"
    />
  )
}

/** Until somebody gives a better one it is the writer's own first sentence, and in the writer's language. */
function langOfTitle({ title, messages, lang }: Conversation): string | undefined {
  const begin = title.replace(/…$/u, '')
  const isTheirs = messages.some(({ text }) => text.replace(/\s+/gu, ' ').trim().startsWith(begin))
  return isTheirs ? langAttribute(lang) : undefined
}

function useRename(conversation: Conversation): (given: string) => void {
  const wordsOf = useProblemWords()
  const { id, title: before } = conversation
  return (given) => {
    const title = given.trim()
    if (title === '' || title === before) return
    const show = (words: string): void => {
      patchConversation(id, { title: words })
      changeInLists(id, { title: words })
    }
    show(title)
    ask('PATCH /api/conversations/{id}', { params: { id }, body: { title } }).catch((error: unknown) => {
      show(before)
      showToast({ tone: 'failed', text: wordsOf(error) })
    })
  }
}
