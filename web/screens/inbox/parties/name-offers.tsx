import { useLingui } from '@lingui/react/macro'
import { AtSign } from 'lucide-react'
import { useAsk } from '#web/api.ts'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { begunCall, fitting } from './begun-call.ts'

/** Behind an `@` in a note: whom one can mean. The next Tab stops at the first, Enter writes it. */
export function NameOffers({ composer }: { composer: Composer }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const members = useAsk('GET /api/members').data?.members ?? []
  const departments = useAsk('GET /api/departments').data ?? []
  const { text, field } = composer
  const caret = field.current?.selectionStart ?? text.length
  const begun = begunCall(text, caret)
  if (!begun) return null
  const others = members.filter((one) => one.id !== me.member?.id)
  const offered = fitting([...others, ...departments], begun.words)
  if (offered.length === 0) return null
  const choose = (name: string) => {
    const before = `${text.slice(0, begun.at)}@${name} `
    composer.change(before + text.slice(caret))
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  return (
    <fieldset aria-label={t`Ask by name`} className="flex flex-wrap items-center gap-1.5 px-3 pb-2">
      <AtSign size={13} aria-hidden="true" className="text-ink-3" />
      {offered.map((one) => (
        <button
          key={one.id}
          type="button"
          onClick={() => choose(one.name)}
          className="h-7 rounded-full border border-line-strong bg-pane px-2.5 text-ui text-ink hover:bg-sunken touch:h-11"
        >
          {one.name}
        </button>
      ))}
    </fieldset>
  )
}
