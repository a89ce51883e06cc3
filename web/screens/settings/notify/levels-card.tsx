import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'
import { noticeKinds, noticeLevels } from '#domain/notice.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSession } from '#web/session.ts'
import { useKindNames, useLevelNames } from './kind-names.ts'
import { useSaveNotices } from './use-save-notices.ts'

/** What leads only are told of is not asked of others. */
const leadsOnly = ['promises_stand', 'hook_stopped', 'sending_stopped', 'sending_resumed']

export function LevelsCard({ settings }: { settings: Answer<'GET /api/notices/settings'> }) {
  const { t } = useLingui()
  const { member } = useSession()
  const kindNames = useKindNames()
  const levelNames = useLevelNames()
  const mine = useSaveNotices()
  if (!member || member.role === 'observer')
    return (
      <SettingsCard title={t`How loudly`}>
        <p className="max-w-[62ch] text-body text-pretty">
          {t`You look on. So nothing calls you: what you are told stands in the list under the bell, and in the letter of the day.`}
        </p>
      </SettingsCard>
    )
  const kinds = noticeKinds.filter((kind) => member.role !== 'member' || !leadsOnly.includes(kind))
  return (
    <SettingsCard
      title={t`How loudly`}
      says={t`A page reaches your devices with sound, in quiet hours too. A nudge reaches them when you are not in quiet hours. A badge counts at the bell and goes nowhere else. What is only in the digest stands in the list, and does not count.`}
      problem={mine.problem}
    >
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {kinds.map((kind) => (
          <Field key={kind} label={kindNames[kind]}>
            {(control) => (
              <Select
                {...control}
                value={settings.levels[kind]}
                disabled={mine.isBusy}
                onChange={(event) => {
                  const level = noticeLevels.find((one) => one === event.currentTarget.value)
                  if (level) mine.save({ levels: { [kind]: level } }, { levels: { [kind]: settings.levels[kind] } })
                }}
                choices={noticeLevels.map((value) => ({ value, label: levelNames[value] }))}
              />
            )}
          </Field>
        ))}
      </div>
    </SettingsCard>
  )
}
