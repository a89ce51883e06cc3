import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'
import { mailLevels } from '#domain/notice.ts'
import { useAsk } from '#web/api.ts'
import { Field, Select, Switch } from '#web/parts/field.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSession } from '#web/session.ts'
import { useSaveNotices } from './use-save-notices.ts'

/** What reaches me by e-mail, and how much is said on the way. */
export function LettersCard({ settings }: { settings: Answer<'GET /api/notices/settings'> }) {
  const { t } = useLingui()
  const { member, user } = useSession()
  const mail = useAsk('GET /api/mail').data
  const mine = useSaveNotices()
  const { mailFrom, hasDigest, showsText } = settings
  const address = user?.email ?? ''
  const hour = mail?.digest.hour ?? ''
  const names = {
    never: t`Nothing`,
    page: t`Pages`,
    nudge: t`Pages and nudges`,
  }
  return (
    <SettingsCard
      title={t`E-mail and text`}
      says={
        mail && mail.server === null
          ? t`No e-mail leaves this workspace yet: an administrator has to name a server first. What you choose holds from then on.`
          : t`To ${address}.`
      }
      problem={mine.problem}
    >
      {member?.role !== 'observer' && (
        <Field label={t`By e-mail as well`} className="max-w-md">
          {(control) => (
            <Select
              {...control}
              value={mailFrom}
              disabled={mine.isBusy}
              onChange={(event) => {
                const next = mailLevels.find((one) => one === event.currentTarget.value)
                if (next) mine.save({ mailFrom: next }, { mailFrom })
              }}
              choices={mailLevels.map((value) => ({ value, label: names[value] }))}
            />
          )}
        </Field>
      )}
      <Switch
        label={t`A letter each day`}
        help={
          hour
            ? t`At ${hour}, on days with opening hours: what is open, near its promise or past it, asked of you, and answered yesterday. With nothing to say there is no letter.`
            : t`On days with opening hours: what is open, near its promise or past it, asked of you, and answered yesterday.`
        }
        isOn={hasDigest}
        disabled={mine.isBusy}
        onChange={(next) => mine.save({ hasDigest: next }, { hasDigest })}
      />
      <Switch
        label={t`Show the title of the conversation`}
        help={t`On your devices and in your e-mail. A title may hold words of the public, and others may see your screen. Off: what happened and the number of the conversation, no more.`}
        isOn={showsText}
        disabled={mine.isBusy}
        onChange={(next) => mine.save({ showsText: next }, { showsText })}
      />
    </SettingsCard>
  )
}
