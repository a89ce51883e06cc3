import { useLingui } from '@lingui/react/macro'
import type { Conversation } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

/** How long this stays with us, in one sentence. Nothing is said where nothing is known: a promise that nobody keeps is none. */
export function KeepingLine({ keeping }: Pick<Conversation, 'keeping'>) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { hold, erasesAt } = keeping
  if (hold) {
    const { reason } = hold
    const name = hold.by.name
    const until = hold.untilAt ? fmt.day(new Date(hold.untilAt)) : ''
    return <>{until ? t`Kept by ${name} until ${until}: ${reason}` : t`Kept by ${name}: ${reason}`}</>
  }
  if (!erasesAt) return null
  return <ErasedOn erasesAt={erasesAt} />
}

export function ErasedOn({ erasesAt }: { erasesAt: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const at = new Date(erasesAt)
  if (at <= new Date()) return <>{t`Its time is over: it is erased within a few hours.`}</>
  const day = fmt.day(at)
  return <>{t`Erased on ${day}, unless something new is said or done.`}</>
}
