import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { useState } from 'react'
import type { Message } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Hits } from '#web/parts/hits.tsx'
import { isLongText } from './long-text.ts'
import { langAttribute } from './words.ts'

/** Somebody's words, whole; what is very long is folded until one wants all of it, so that the answers below stay near. */
export function MessageText({ message, className }: { message: Message; className: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [isOpen, setOpen] = useState(false)
  const isFolded = isLongText(message.text) && !isOpen
  const length = fmt.int(message.text.length)
  return (
    <>
      <p
        dir="auto"
        lang={langAttribute(message.lang)}
        className={clsx(className, 'break-words whitespace-pre-line', isFolded && 'line-clamp-[12]')}
      >
        <Hits text={message.text} spans={message.spans} links />
      </p>
      {isFolded && (
        <button
          type="button"
          aria-expanded={false}
          onClick={() => setOpen(true)}
          className="num mt-1 min-h-6 rounded-sm text-ui font-semibold text-sea hover:underline touch:min-h-11"
        >
          {t`Show all ${length} characters`}
        </button>
      )}
    </>
  )
}
