import type { Answer } from '#api/contract/contract.ts'
import { usualLevels } from '#domain/notice.ts'

export const noticeSettings: Answer<'GET /api/notices/settings'> = {
  levels: { ...usualLevels },
  quiet: { from: '22:00', to: '07:00' },
  timeZone: 'Europe/Amsterdam',
  isPageHeard: true,
  mailFrom: 'page',
  showsText: false,
  hasDigest: true,
}
