import { useLingui } from '@lingui/react/macro'
import type { AdviceView } from '#api/contract/policy-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'

type Props = {
  steps: NonNullable<AdviceView['now']>['steps']
  version: number
  decisions: AdviceView['decisions']
}

/** How it came to this, from the top of the tree, and what was advised when somebody acted. */
export function AdvicePath({ steps, version, decisions }: Props) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  return (
    <details className="group mt-2 text-meta">
      <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm text-ink-3 hover:text-ink hover:underline touch:min-h-11">
        {t`Why? Policy, version ${version}`}
      </summary>
      <ol aria-label={t`What was asked, from the top`} className="mt-1 space-y-1">
        {steps.map(({ asked, answer }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          <li key={at} className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 break-words text-ink-2">{asked[lang]}</span>
            <span className="max-w-[45%] shrink-0 text-right break-words font-semibold text-ink">{answer[lang]}</span>
          </li>
        ))}
        {steps.length === 0 && <li className="text-ink-3">{t`The policy asks nothing.`}</li>}
      </ol>
      {decisions.length > 0 && (
        <ul aria-label={t`What was advised before`} className="mt-2 space-y-1 border-t border-line pt-2">
          {decisions.map(({ at, occasion, outcome, version: then }) => {
            const name = outcome.kind === 'leaf' ? outcome.name : outcome.text
            const when = fmt.moment(new Date(at))
            return (
              <li key={`${at} ${occasion}`} className="text-pretty text-ink-2">
                {occasion === 'replied'
                  ? t`Answered ${when}; advice of version ${then}: ${name}`
                  : t`Done ${when}; advice of version ${then}: ${name}`}
              </li>
            )
          })}
        </ul>
      )}
    </details>
  )
}
