import { useLingui } from '@lingui/react/macro'
import type { Profile } from '#api/contract/people-shapes.ts'
import type { Author } from '#api/contract/shapes.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { handleOf, nameOf } from '#web/screens/inbox/words.ts'

/** What an account is called: its handle, and where it has none its name. */
export function useCalled(): (author: Author) => string {
  const { t } = useLingui()
  const networkOf = useNetworkName()
  return (author) => handleOf(author) || nameOf(author, t`Somebody`) || networkOf(author.network)
}

/** Why two accounts may be one person. */
export function useReasonWords(): (reasons: Profile['suggestions'][number]['reasons']) => string {
  const { t } = useLingui()
  const words = {
    link: t`address in the profile`,
    handle: t`same handle`,
    name: t`same name`,
  }
  return (reasons) => reasons.map((one) => words[one]).join(', ')
}
