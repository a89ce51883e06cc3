import type { Answer } from '#api/contract/contract.ts'
import { usualLevels } from '#domain/notice.ts'
import { inMinutes } from './moments.ts'
import { departments } from './people.ts'

export const noticeSettings: Answer<'GET /api/notices/settings'> = {
  levels: { ...usualLevels },
  quiet: { from: '22:00', to: '07:00' },
  timeZone: 'Europe/Amsterdam',
  isPageHeard: true,
  mailFrom: 'page',
  showsText: false,
  hasDigest: true,
}

const day = 1_440
const away = {
  en: 'push.example does not take the push (503). Turn pushes off and on again on that device.',
  nl: 'push.example neemt de pushmelding niet aan (503). Zet meldingen op dat apparaat uit en weer aan.',
}

export const devices: Answer<'GET /api/devices'> = {
  publicKey: 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  devices: [
    { id: 'd1', name: 'Firefox, Linux', at: inMinutes(-40 * day), sentAt: inMinutes(-18), trouble: null },
    {
      id: 'd2',
      name: 'Chrome, Android',
      at: inMinutes(-3 * day),
      sentAt: null,
      trouble: { ...away, at: inMinutes(-35) },
    },
  ],
}

export const mailWays: Answer<'GET /api/mail'> = {
  server: {
    host: 'smtp.zilvermeeuw.example',
    port: 465,
    security: 'tls',
    username: 'wederhoor',
    hasPassword: true,
    sender: 'wederhoor@zilvermeeuw.example',
    trouble: null,
    sentAt: inMinutes(-70),
  },
  digest: { hour: '16:30', timeZone: 'Europe/Amsterdam' },
}

export const mailRefused = {
  en: 'smtp.zilvermeeuw.example does not take this user name and password. It says: 535 authentication failed',
  nl: 'smtp.zilvermeeuw.example neemt deze gebruikersnaam en dit wachtwoord niet aan. Het zegt: 535 authentication failed',
}

export const hooks: Answer<'GET /api/hooks'> = [
  {
    id: 'h1',
    name: 'Webcare, ook buiten kantooruren',
    kind: 'slack',
    host: 'hooks.slack.com',
    kinds: ['promise_flagged', 'promise_broken', 'queued'],
    departmentId: null,
    lang: 'nl',
    trouble: null,
    stoppedAt: null,
    sentAt: inMinutes(-12),
  },
  {
    id: 'h2',
    name: 'Bagage',
    kind: 'teams',
    host: 'prod-07.westeurope.logic.azure.com',
    kinds: ['queued'],
    departmentId: departments.at(-1)?.id ?? null,
    lang: 'nl',
    trouble: {
      en: 'prod-07.westeurope.logic.azure.com does not take it (404). Is the webhook still there?',
      nl: 'prod-07.westeurope.logic.azure.com neemt het niet aan (404). Bestaat de webhook nog?',
      at: inMinutes(-200),
    },
    stoppedAt: inMinutes(-200),
    sentAt: null,
  },
]
