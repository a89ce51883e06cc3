import type { z } from 'zod'
import type { deviceShape, hookShape, mailServerShape, noticeSettingsShape } from '#api/contract/notify-routes.ts'
import type { NoticeSettings, Trouble } from '#domain/notice.ts'
import type { DeviceRow } from '#notify/change-device.ts'
import type { MailServerRow } from '#notify/mail-server.ts'
import type { HookRow } from '#notify/save-hook.ts'

export function presentSettings(settings: NoticeSettings): z.output<typeof noticeSettingsShape> {
  return { ...settings, levels: { ...settings.levels } }
}

export function presentDevice({ id, name, at, sentAt, trouble }: DeviceRow): z.output<typeof deviceShape> {
  return { id, name, at, sentAt, trouble: presentTrouble(trouble) }
}

/** The password never leaves. */
export function presentMailServer(row: MailServerRow): z.output<typeof mailServerShape> {
  const { host, port, security, username, password, sender, trouble, sentAt } = row
  return {
    ...{ host, port, security, username, sender, sentAt },
    hasPassword: password !== null,
    trouble: presentTrouble(trouble),
  }
}

/** Of its address only the host. */
export function presentHook(row: HookRow): z.output<typeof hookShape> {
  const { id, name, kind, host, kinds, departmentId, lang, trouble, stoppedAt, sentAt } = row
  return { id, name, kind, host, kinds, departmentId, lang, trouble: presentTrouble(trouble), stoppedAt, sentAt }
}

function presentTrouble(trouble: Trouble | null) {
  return trouble && { ...trouble, at: new Date(trouble.at) }
}
