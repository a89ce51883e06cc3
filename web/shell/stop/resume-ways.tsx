import { useLingui } from '@lingui/react/macro'
import { type ResumeWay, resumeWays } from '#domain/stop.ts'

type Words = { label: string; help: string }

/** The three things that can become of what waited. */
export function ResumeWays({ chosen, onChoose }: { chosen: ResumeWay; onChoose: (way: ResumeWay) => void }) {
  const { t } = useLingui()
  const words: Record<ResumeWay, Words> = {
    send: {
      label: t`Send it, spread over some minutes`,
      help: t`Each account at its own pace, in the order it was to leave.`,
    },
    drafts: { label: t`Back to drafts`, help: t`The words stay with their writers, who send them anew.` },
    look: { label: t`Look at each`, help: t`Nothing leaves until a person said yes to it.` },
  }
  return (
    <fieldset className="space-y-1">
      <legend className="sr-only">{t`What becomes of what waited`}</legend>
      {resumeWays.map((way) => (
        <label
          key={way}
          className="flex cursor-pointer items-start gap-3 rounded-lg border border-line px-3 py-2 has-checked:border-ink"
        >
          <input
            type="radio"
            name="then-do"
            value={way}
            checked={chosen === way}
            data-first={chosen === way ? true : undefined}
            onChange={() => onChoose(way)}
            className="mt-1 size-4 shrink-0 accent-ink"
          />
          <span className="min-w-0">
            <span className="block text-ui font-semibold">{words[way].label}</span>
            <span className="block text-meta text-ink-2">{words[way].help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
