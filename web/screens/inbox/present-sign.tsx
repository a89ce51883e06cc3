import { useLingui } from '@lingui/react/macro'
import { Eye } from 'lucide-react'
import type { PresentHere } from './presence.ts'
import { firstName } from './words.ts'

/** On a card: dots when a colleague answers it, an eye when one looks. */
export function PresentSign({ present }: { present: PresentHere }) {
  const says = usePresentSays()(present)
  if (present.typing.length > 0)
    return (
      <span className="typing inline-flex items-center gap-[2px] text-sea" role="img" aria-label={says} title={says}>
        <i className="size-1 rounded-full bg-current" />
        <i className="size-1 rounded-full bg-current" />
        <i className="size-1 rounded-full bg-current" />
      </span>
    )
  return (
    <span role="img" aria-label={says} title={says} className="text-sea">
      <Eye size={13} aria-hidden="true" />
    </span>
  )
}

/** "Sanne is looking": those who answer first, since that is what one must know. */
export function usePresentSays(): (present: PresentHere) => string {
  const { t } = useLingui()
  return ({ typing, looking }) => {
    const isAnswering = typing.length > 0
    const [first, ...others] = isAnswering ? typing : looking
    const name = firstName(first ? { name: first.name, handle: '' } : null, '')
    const count = others.length + 1
    if (others.length === 0) return isAnswering ? t`${name} is answering` : t`${name} is looking`
    return isAnswering ? t`${count} are answering` : t`${count} are looking`
  }
}
