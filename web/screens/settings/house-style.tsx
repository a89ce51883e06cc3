import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { blockingRuleIds, type DraftRuleId } from '#domain/draft/draft-rule.ts'
import { endsAs, houseLimits, signOffOf } from '#domain/house-style.ts'
import { Field, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { NotAllowed } from '#web/parts/states.tsx'
import { useRuleName } from '#web/screens/inbox/coach/finding-words.ts'
import { useMay, useSession } from '#web/session.ts'
import { linesOf, wordsAsText, wordsFrom } from './house-words.ts'
import { InvitationCard } from './invitation-card.tsx'
import { OwnWordsCard } from './own-words-card.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useSaveStyle } from './use-save-style.ts'
import type { Workspace } from './use-save-workspace.ts'

/** How this house speaks, and what it lets nobody send. */
export function HouseStyleSettings() {
  const { t } = useLingui()
  const { workspace } = useSession()
  const mayChange = useMay()('workspace.change')
  if (!workspace) return null
  const { houseStyle: style } = workspace
  return (
    <SettingsPage
      title={t`House style`}
      says={t`Every answer is looked at while it is written. What is set here holds for everybody who answers, also for answers to many at once.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange} className="min-w-0 space-y-4">
        {/* What was saved or taken back elsewhere takes the place of what was typed. */}
        <SpeechCard key={JSON.stringify([style.address, style.greeting, style.signOff])} workspace={workspace} />
        <WordsCard key={JSON.stringify([style.words, style.promises])} workspace={workspace} />
        <InvitationCard key={JSON.stringify(style.privateInvitation)} workspace={workspace} />
        <IncidentCard key={JSON.stringify([style.isIncident, style.incidentWords])} workspace={workspace} />
        <StopsCard key={`stops ${style.blocks.join()}`} workspace={workspace} />
      </fieldset>
      <OwnWordsCard />
    </SettingsPage>
  )
}

/** As they are typed: braces would be slots in a sentence of ours. */
const initialsMark = '{initials}'
const nameMark = '{name}'
const byInitials = `^${initialsMark}`
const byName = `– ${nameMark}`

type CardProps = { workspace: Workspace }

function SpeechCard({ workspace }: CardProps) {
  const { t } = useLingui()
  const { houseStyle: style } = workspace
  const [address, setAddress] = useState(style.address)
  const [greeting, setGreeting] = useState(style.greeting)
  const [signOff, setSignOff] = useState(style.signOff)
  const { savePart, isBusy, problem } = useSaveStyle(workspace)
  const name = useSession().member?.name ?? ''
  const example = signOffOf(signOff, name)
  const isOther = address !== style.address || greeting !== style.greeting || signOff.trim() !== style.signOff
  const fits = signOff.trim() === '' || endsAs(`Hoi. ${example}`, signOff)
  return (
    <SettingsCard
      title={t`How we speak to people`}
      isMain
      saveLabel={t`Save how we speak`}
      isChanged={isOther && fits}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ address, greeting, signOff: signOff.trim() })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`In Dutch we say`}>
          {(control) => (
            <Select
              {...control}
              value={address ?? ''}
              onChange={({ currentTarget: { value } }) => setAddress(value === 'je' || value === 'u' ? value : null)}
              choices={[
                { value: '', label: t`“je” or “u”, never both in one answer` },
                { value: 'je', label: t`“je”` },
                { value: 'u', label: t`“u”` },
              ]}
            />
          )}
        </Field>
        <Field label={t`Greeting`}>
          {(control) => (
            <Select
              {...control}
              value={greeting}
              onChange={({ currentTarget: { value } }) => setGreeting(value === 'unwanted' ? 'unwanted' : 'wanted')}
              choices={[
                ...(greeting === 'free' ? [{ value: 'free', label: t`a name or a greeting, as it comes` }] : []),
                { value: 'wanted', label: t`every answer begins with one` },
                { value: 'unwanted', label: t`none: we begin with what matters` },
              ]}
            />
          )}
        </Field>
      </div>
      <Field
        label={t`An answer ends with`}
        isOptional
        help={
          signOff.trim() === ''
            ? t`For instance ${byInitials} or ${byName}: initials or first name of whoever writes.`
            : t`Yours would be: ${example}`
        }
        error={
          fits
            ? undefined
            : t`This could not be recognised with your own name in it. Put ${initialsMark} or ${nameMark} where the name goes.`
        }
      >
        {(control) => (
          <Input
            {...control}
            maxLength={houseLimits.signOff}
            value={signOff}
            onChange={(event) => setSignOff(event.currentTarget.value)}
          />
        )}
      </Field>
    </SettingsCard>
  )
}

function WordsCard({ workspace }: CardProps) {
  const { t } = useLingui()
  const { houseStyle: style } = workspace
  const [words, setWords] = useState(wordsAsText(style.words))
  const [promises, setPromises] = useState(style.promises.join('\n'))
  const { savePart, isBusy, problem } = useSaveStyle(workspace)
  const isOther = words !== wordsAsText(style.words) || promises !== style.promises.join('\n')
  return (
    <SettingsCard
      title={t`Words`}
      saveLabel={t`Save the words`}
      isChanged={isOther}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ words: wordsFrom(words), promises: linesOf(promises) })}
    >
      <Field
        label={t`Words we do not use`}
        isOptional
        help={t`One a line, with what we say in its place: “consumer = traveller”. A star stands for any ending: “cheap*”.`}
      >
        {(control) => <TextArea {...control} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}
      </Field>
      <Field
        label={t`What nobody may promise`}
        isOptional
        help={t`One a line, in the words people would use. “We guarantee” and the like are known already.`}
      >
        {(control) => (
          <TextArea {...control} value={promises} onChange={(event) => setPromises(event.currentTarget.value)} />
        )}
      </Field>
    </SettingsCard>
  )
}

function IncidentCard({ workspace }: CardProps) {
  const { t } = useLingui()
  const { houseStyle: style } = workspace
  const [isIncident, setIncident] = useState(style.isIncident)
  const [words, setWords] = useState(style.incidentWords.join('\n'))
  const { savePart, isBusy, problem } = useSaveStyle(workspace)
  return (
    <SettingsCard
      title={t`In an incident`}
      says={t`Then guesses, comfort and blame are held against an answer, and the words below.`}
      saveLabel={t`Save the incident`}
      isChanged={isIncident !== style.isIncident || words !== style.incidentWords.join('\n')}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ isIncident, incidentWords: linesOf(words) })}
    >
      <Switch label={t`There is an incident now`} isOn={isIncident} onChange={setIncident} />
      <Field label={t`Words we do not use then`} isOptional help={t`One a line.`}>
        {(control) => <TextArea {...control} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}
      </Field>
    </SettingsCard>
  )
}

function StopsCard({ workspace }: CardProps) {
  const { t } = useLingui()
  const ruleName = useRuleName()
  const { houseStyle: style } = workspace
  const [blocks, setBlocks] = useState<readonly DraftRuleId[]>(style.blocks)
  const { savePart, isBusy, problem } = useSaveStyle(workspace)
  const toggle = (rule: DraftRuleId) =>
    setBlocks(blocks.includes(rule) ? blocks.filter((one) => one !== rule) : [...blocks, rule])
  return (
    <SettingsCard
      title={t`What stops an answer`}
      says={t`Everything advises. What is ticked here is not sent before it is mended; the writer reads which rule it was, and who set it.`}
      saveLabel={t`Save what stops`}
      isChanged={[...blocks].sort().join() !== [...style.blocks].sort().join()}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ blocks: [...blocks] })}
    >
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {blockingRuleIds.map((rule) => (
          <li key={rule}>
            <label className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
              <input
                type="checkbox"
                checked={blocks.includes(rule)}
                onChange={() => toggle(rule)}
                className="size-4 accent-ink touch:size-5"
              />
              {ruleName(rule)}
            </label>
          </li>
        ))}
      </ul>
    </SettingsCard>
  )
}
