import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'

type Trouble = Answer<'GET /api/devices'>['devices'][number]['trouble']

/** What became of a trial. */
export function Tried(props: { tried: Answer<'POST /api/mail/try'> | undefined; error: unknown }) {
  const { t } = useLingui()
  const lang = useLang()
  const wordsOf = useProblemWords()
  const { tried, error } = props
  const why = error ? wordsOf(error) : tried?.why?.[lang]
  return (
    <span role="status" className="block text-meta font-semibold empty:hidden">
      {tried?.isSent && <span className="text-pos-t">{t`The trial is sent.`}</span>}
      {why && <span className="text-neg-t">{why}</span>}
    </span>
  )
}

/** What went wrong last, for as long as it did not go right since. */
export function TroubleLine({ trouble }: { trouble: Trouble }) {
  const fmt = useFmt()
  const lang = useLang()
  if (!trouble) return null
  return (
    <span className="block text-meta font-semibold text-warn-t">
      {trouble[lang]} <span className="num font-normal text-ink-3">{fmt.moment(new Date(trouble.at))}</span>
    </span>
  )
}

function useLang(): 'en' | 'nl' {
  const { i18n } = useLingui()
  return i18n.locale === 'nl' ? 'nl' : 'en'
}
