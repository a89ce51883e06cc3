import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { SnippetsView } from '#api/contract/snippet-shapes.ts'
import { inARowMax as most, snippetWriters } from '#domain/snippet.ts'
import type { FileFormat } from '#domain/snippet-file.ts'
import { ask, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useMay } from '#web/session.ts'

/** When a wording gives way to the next, and who writes them. */
export function SnippetRulesCard({ settings }: { settings: SnippetsView['settings'] }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const mayChange = useMay()('snippet.settings')
  const [inARowMax, setMax] = useState(settings.inARowMax)
  const [writers, setWriters] = useState(settings.writers)
  const save = useChange('PATCH /api/snippet-settings', { refresh: ['GET /api/snippets', 'GET /api/knowledge'] })
  const names = { member: t`every member`, lead: t`team leads and above`, admin: t`administrators` }
  return (
    <fieldset disabled={!mayChange} className="min-w-0">
      <SettingsCard
        title={t`How they are used`}
        says={t`The same words again and again read as if nobody listens.`}
        saveLabel={t`Save how they are used`}
        isChanged={inARowMax !== settings.inARowMax || writers !== settings.writers}
        isBusy={save.isPending}
        problem={save.error && wordsOf(save.error)}
        onSave={() => save.mutate({ body: { inARowMax, writers } })}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t`Answers in a row with one wording`}
            help={t`After so many the next wording is offered instead.`}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={most}
                value={inARowMax}
                onChange={(event) => setMax(Math.min(most, Math.max(1, event.currentTarget.valueAsNumber || 1)))}
              />
            )}
          </Field>
          <Field label={t`Who writes snippets and knowledge`} help={t`Everybody uses them.`}>
            {(control) => (
              <Select
                {...control}
                value={writers}
                onChange={({ currentTarget: { value } }) =>
                  setWriters(snippetWriters.find((one) => one === value) ?? 'lead')
                }
                choices={snippetWriters.map((value) => ({ value, label: names[value] }))}
              />
            )}
          </Field>
        </div>
      </SettingsCard>
    </fieldset>
  )
}

/** To a spreadsheet or another program, and back. */
export function SnippetFileCard({ mayWrite }: { mayWrite: boolean }) {
  const { t, i18n } = useLingui()
  const wordsOf = useProblemWords()
  const take = useChange('POST /api/snippet-file', { refresh: ['GET /api/snippets'] })
  const [problem, setProblem] = useState('')
  const download = async (format: FileFormat) => {
    try {
      const { name, text } = await ask('GET /api/snippet-file', { query: { format } })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: format === 'csv' ? 'text/csv' : 'application/json' }))
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  const done = take.data
  const refusals = done?.refused.map(({ name, why }) => `${name}: ${i18n.locale === 'nl' ? why.nl : why.en}`) ?? []
  return (
    <SettingsCard
      title={t`As a file`}
      says={t`CSV for a spreadsheet, JSON for a program. What has the name of a snippet here becomes a new version of it.`}
    >
      <div className="flex flex-wrap gap-2">
        <Btn onClick={() => void download('csv')}>{t`Save as CSV`}</Btn>
        <Btn onClick={() => void download('json')}>{t`Save as JSON`}</Btn>
      </div>
      {mayWrite && (
        <Field label={t`Take in a file`}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.json"
              className="block h-9 w-full py-1 text-ui touch:h-11"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? []
                const format = file?.name.toLowerCase().endsWith('.json') ? 'json' : 'csv'
                void file?.text().then((text) => take.mutate({ body: { format, text } }))
                event.currentTarget.value = ''
              }}
            />
          )}
        </Field>
      )}
      {done && (
        <p role="status" className="num text-ui">
          {t`New: ${done.made}. Changed: ${done.changed}. As they were: ${done.same}.`}
        </p>
      )}
      {refusals.length > 0 && (
        <ul className="list-disc pl-5 text-ui text-neg-t">
          {refusals.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {(problem || take.error) && <FormError>{take.error ? wordsOf(take.error) : problem}</FormError>}
    </SettingsCard>
  )
}
