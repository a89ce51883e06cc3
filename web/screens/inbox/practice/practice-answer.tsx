import { useLingui } from '@lingui/react/macro'
import { GraduationCap } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { useCommands } from '#web/commands.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { KeyWords } from '#web/parts/keys.tsx'

type Props = { field: RefObject<HTMLTextAreaElement | null>; onSend: () => void }

/** Looks like the composer. It has no account, no draft and no way out: what is written here is gone with the page. */
export function PracticeAnswer({ field, onSend }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  useCommands([{ id: 'send', run: onSend }])
  return (
    <div className="mx-3 mb-3 shrink-0 rounded-lg border border-line-strong bg-raised shadow-1 focus-within:border-control max-md:mx-0 max-md:mb-0 max-md:rounded-none">
      <div className="flex h-10 items-center gap-1.5 border-b border-line px-3.5 text-meta text-mix-t">
        <GraduationCap size={13} aria-hidden="true" />
        <b className="font-semibold">{t`Exercise: nobody reads this`}</b>
      </div>
      <textarea
        ref={field}
        aria-label={t`Your answer`}
        placeholder={t`Answer as you would say it.`}
        value={text}
        rows={3}
        onChange={(event) => setText(event.target.value)}
        className="thin-scroll block max-h-[26vh] min-h-[78px] w-full resize-none bg-transparent px-3.5 pt-2.5 pb-2 text-[15px] leading-[22px] outline-none [field-sizing:content] placeholder:text-ink-3 focus-visible:shadow-none focus-visible:outline-none touch:text-[16px]"
      />
      <div className="flex items-center justify-end border-t border-line p-2">
        <button type="button" onClick={onSend} className={`${btnClass('primary')} !h-9 !px-3.5 !text-body !font-bold`}>
          {t`Reply & done`}
          <KeyWords of="send" className="text-meta font-semibold max-md:hidden" />
        </button>
      </div>
    </div>
  )
}
