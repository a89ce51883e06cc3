import { useLingui } from '@lingui/react/macro'
import { Field, TextArea } from '#web/parts/field.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

/** The same policy as text, for who types faster than they click. */
export function TextTab({ draft, mayChange }: { draft: PolicyDraft; mayChange: boolean }) {
  const { t } = useLingui()
  const { text, lang, textProblems } = draft
  return (
    <>
      <ul aria-live="polite" aria-label={t`What does not read`} className="space-y-1 text-ui">
        {textProblems.map(({ line, ...words }) => (
          <li key={line} className="text-neg-t">
            <b className="num font-bold">{t`Line ${line}:`}</b> {words[lang]}
          </li>
        ))}
      </ul>
      <Field
        label={t`The policy as text`}
        help={t`Each step is a line; what stands deeper belongs to it. English and Dutch both read.`}
      >
        {(control) => (
          <TextArea
            {...control}
            readOnly={!mayChange}
            spellCheck={false}
            autoCapitalize="off"
            rows={24}
            maxLength={100_000}
            value={text}
            aria-invalid={textProblems.length > 0 || undefined}
            onChange={(event) => draft.setText(event.currentTarget.value)}
            className="thin-scroll max-h-[70vh] overflow-x-auto font-mono text-ui! whitespace-pre"
          />
        )}
      </Field>
    </>
  )
}
