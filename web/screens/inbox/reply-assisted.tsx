import { useLingui } from '@lingui/react/macro'
import { Copy, ExternalLink, Hand } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Conversation, ReplyView as Reply } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { inputClass } from '#web/parts/field.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { State } from './reply-state-line.tsx'
import { useReplyWays } from './use-reply-ways.ts'

/** An answer that a person posts by hand: copied, open the original, and say where it stands or wait to hear it back. */
export function ReplyAssisted({ reply, conversation }: { reply: Reply; conversation: Conversation }) {
  const { t } = useLingui()
  const ways = useReplyWays(reply, conversation)
  const parent = conversation.messages.find((message) => message.id === reply.mentionId)
  const copy = () => void navigator.clipboard.writeText(reply.text).then(() => showToast({ text: t`Copied.` }))
  return (
    <>
      <State icon={<Hand size={14} className="text-warn-t" />}>
        <span className="min-w-0 flex-1 basis-56">
          {t`Paste it on ${conversation.networkName} yourself. It is confirmed when we hear it back, or when you say where it stands.`}
        </span>
      </State>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Btn small onClick={copy}>
          <Copy size={13} />
          {t`Copy the answer`}
        </Btn>
        {parent?.url && (
          <a
            href={parent.url}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex h-7 items-center gap-1 rounded-md px-2 text-ui font-semibold text-sea hover:underline touch:h-11"
          >
            {t`Open the original`}
            <ExternalLink size={12} />
          </a>
        )}
        {ways.canWrite && <Btn small kind="quiet" onClick={() => ways.settle({ what: 'let_go' })}>{t`Let it go`}</Btn>}
      </div>
      {ways.canWrite && <LinkForm onGive={(url) => ways.settle({ what: 'stands', url })} />}
    </>
  )
}

/** The link is optional: some networks give none. */
function LinkForm({ onGive }: { onGive: (url: string | undefined) => void }) {
  const { t } = useLingui()
  const [isWrong, setWrong] = useState(false)
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('url') ?? '').trim()
    const isAddress = /^https?:\/\//u.test(text) && URL.canParse(text)
    setWrong(text !== '' && !isAddress)
    if (text === '' || isAddress) onGive(text || undefined)
  }
  return (
    <form onSubmit={give} className="mt-2 flex flex-wrap items-start gap-1.5">
      <label className="min-w-40 flex-1">
        <span className="sr-only">{t`Link to your answer`}</span>
        <input
          name="url"
          type="text"
          inputMode="url"
          placeholder={t`Link to your answer, if there is one`}
          aria-invalid={isWrong || undefined}
          className={`${inputClass} !h-8 !text-ui touch:!h-11 touch:!text-[16px]`}
        />
        {isWrong && (
          <span
            role="alert"
            className="mt-1 block text-meta font-semibold text-neg-t"
          >{t`A link starts with https://`}</span>
        )}
      </label>
      <Btn type="submit" className="!h-8">{t`It stands there`}</Btn>
    </form>
  )
}
