import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PlaybookView } from '#api/contract/incident-shapes.ts'
import { type InterfaceLanguage, interfaceLanguages } from '#domain/member.ts'
import { useAsk } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { Field, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { SettingsCard, SettingsPage } from '#web/screens/settings/page.tsx'
import { useMay } from '#web/session.ts'
import { PlaybookEditor } from './playbook-editor.tsx'

/** What is done in a crisis of each kind. It begins with starters; what is changed is the house's own from then on. */
export function PlaybookSettings() {
  const { t } = useLingui()
  const fmt = useFmt()
  const prefs = usePrefs()
  const mayWrite = useMay()('playbook.save')
  const [lang, setLang] = useState<InterfaceLanguage>(prefs.lang)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAsk('GET /api/playbooks', { query: { lang } })
  return (
    <SettingsPage
      title={t`Playbooks`}
      says={t`What is done in the first hours of a crisis, by whom and how fast. Opening a room with one makes its steps the list of that room; rooms that are open keep theirs.`}
    >
      {!mayWrite && <NotAllowed>{t`You can look at these. Your role does not write them.`}</NotAllowed>}
      <Field label={t`Language`} className="max-w-60">
        {(control) => (
          <Select
            {...control}
            value={lang}
            onChange={(event) => {
              setOpen(undefined)
              setLang(interfaceLanguages.find((one) => one === event.currentTarget.value) ?? lang)
            }}
            choices={interfaceLanguages.map((value) => ({ value, label: fmt.language(value) }))}
          />
        )}
      </Field>
      {!data && !error && <SkeletonRows label={t`The playbooks are on their way`} count={6} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && (
        <SettingsCard title={t`All playbooks`}>
          <ul className="divide-y divide-line">
            {data.map((playbook) => (
              <li key={`${lang} ${playbook.key}`} className="py-2.5">
                {open === playbook.key ? (
                  <PlaybookEditor
                    playbook={playbook}
                    lang={lang}
                    mayWrite={mayWrite}
                    onDone={() => setOpen(undefined)}
                  />
                ) : (
                  <Row playbook={playbook} mayWrite={mayWrite} onOpen={() => setOpen(playbook.key)} />
                )}
              </li>
            ))}
          </ul>
        </SettingsCard>
      )}
    </SettingsPage>
  )
}

type RowProps = { playbook: PlaybookView; mayWrite: boolean; onOpen: () => void }

function Row({ playbook, mayWrite, onOpen }: RowProps) {
  const { t } = useLingui()
  const { name, steps, notToSay, isOurs } = playbook
  const [first] = steps
  const [stepCount, wordCount] = [steps.length, notToSay.length]
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 text-body font-semibold break-words">
          {name}
          {isOurs ? <Chip tone="sea">{t`Our own`}</Chip> : <Chip>{t`Starter`}</Chip>}
        </p>
        <p className="line-clamp-1 text-ui break-words text-ink-2">{first?.title}</p>
        <p className="num text-meta text-ink-3">
          {t`${plural(stepCount, { one: '# step', other: '# steps' })}, ${plural(wordCount, { 0: 'no words that are kept out', one: 'one wording kept out', other: '# wordings kept out' })}`}
        </p>
      </div>
      <Btn data-open-playbook aria-label={mayWrite ? t`Change ${name}` : t`Look at ${name}`} onClick={onOpen}>
        {mayWrite ? t`Change` : t`Look`}
      </Btn>
    </div>
  )
}
