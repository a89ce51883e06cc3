import { useLingui } from '@lingui/react/macro'
import { Bell, BellOff } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { MenuGroup, MenuItem } from '#web/parts/menu.tsx'
import { type WaitChoice, waitChoices } from '#web/screens/inbox/wait-times.ts'
import { useMute } from './use-mute.ts'

/** Whether I hear of it, and from when on again. */
export function MuteItems({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const mute = useMute(conversation)
  const names: Partial<Record<WaitChoice['id'], string>> = {
    hour: t`for an hour`,
    tomorrow: t`until tomorrow morning`,
    week: t`for a week`,
  }
  const choices = waitChoices(new Date()).filter(({ id }) => names[id])
  // Kept by a browser from before there was such a thing, it has none.
  if (conversation.muted ?? null)
    return (
      <MenuItem icon={Bell} onSelect={() => void mute(null)}>
        {t`Let me hear of it again`}
      </MenuItem>
    )
  return (
    <MenuGroup label={t`Mute for me`}>
      {choices.map(({ id, until }) => (
        <MenuItem key={id} icon={BellOff} onSelect={() => void mute({ until: until.toISOString() })}>
          {names[id]}
        </MenuItem>
      ))}
      <MenuItem icon={BellOff} onSelect={() => void mute({ until: null })}>
        {t`for good`}
      </MenuItem>
    </MenuGroup>
  )
}
