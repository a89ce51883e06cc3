import type { Answer } from '#api/contract/contract.ts'
import type { ReportShareView, SavedReportView, SharedReportView } from '#api/contract/saved-report-shapes.ts'
import { reportParts } from '#domain/saved-report.ts'
import { effectOf } from './answer-effect.ts'
import { costs } from './costs.ts'
import { inMinutes } from './moments.ts'
import { reputation } from './reputation.ts'

const dayMinutes = 1_440
const { from, to } = reputation.period
const noor = { id: 'noor', name: 'Noor El Amrani' }
const bas = { id: 'bas', name: 'Bas Kooiman' }

const words: Partial<Record<(typeof reportParts)[number], string>> = {
  summary: 'De daling komt bijna helemaal van de bagageband. Sinds vrijdag staat hij weer aan.',
  speed: 'In het weekend waren we met te weinig.\nVanaf volgende week staat er op zaterdag een tweede collega.',
}

/** What is put together every week for the board of an airline. */
export const savedReport: SavedReportView = {
  ...{ id: 'board', version: 4, name: 'Reputatie, voor de directie', by: noor, changedAt: inMinutes(-2 * dayMinutes) },
  lead: 'Een slechte week door de bagageband, en een herstel dat nog niet klaar is.\n\nVragen? Bel Noor.',
  span: { kind: 'days', days: 28 },
  ...{ days: { from, to }, against: 'before', network: null, departmentId: null, department: null, tone: null },
  parts: reportParts.map((part) => ({ part, words: words[part] ?? '' })),
  letters: {
    ...{
      rhythm: 'week',
      onDay: 1,
      hour: '08:00',
      addresses: ['directie@zilvermeeuw.example', 'pers@zilvermeeuw.example'],
    },
    ...{ lang: 'nl', linkDays: 30, hasPdf: true, nextAt: inMinutes(3 * dayMinutes), zone: 'Europe/Amsterdam' },
  },
  sent: [
    { id: 'l1', address: 'directie@zilvermeeuw.example', state: 'sent', at: inMinutes(-4 * dayMinutes), trouble: null },
    {
      ...{ id: 'l2', address: 'pers@zilvermeeuw.example', state: 'failed', at: inMinutes(-4 * dayMinutes) },
      trouble: {
        en: 'The mail server refused the address: mailbox unavailable.',
        nl: 'De mailserver weigerde het adres: de postbus bestaat niet.',
      },
    },
    { id: 'l3', address: 'raad@zilvermeeuw.example', state: 'waiting', at: inMinutes(-1), trouble: null },
  ],
  may: { change: true, remove: true, share: true },
}

const { id, name, span, parts, by, changedAt, letters } = savedReport
export const savedReports: Answer<'GET /api/saved-reports'> = {
  reports: [
    { id, name, span, parts, by, changedAt, letters },
    {
      ...{ id: 'month', name: 'Maandbericht klantenservice', span: { kind: 'month' }, parts, by: bas, changedAt },
      letters: letters && { ...letters, rhythm: 'month', onDay: 1, hour: '07:30' },
    },
    {
      ...{
        id: 'strike',
        name: 'De staking van maart: wat er werd gezegd en hoe lang mensen wachtten',
        parts,
        changedAt,
      },
      ...{ span: { kind: 'fixed', from: '2026-03-02', to: '2026-03-15' }, by: null, letters: null },
    },
  ],
  canPdf: true,
  hasMailServer: true,
}

const share = (given: Pick<ReportShareView, 'id' | 'seenCount'> & Partial<ReportShareView>): ReportShareView => ({
  ...{ url: `https://wederhoor.zilvermeeuw.example/shared/report/${'k3v9'.repeat(8)}`, from, to, by: noor },
  ...{ madeAt: inMinutes(-dayMinutes), expiresAt: inMinutes(6 * dayMinutes), endedAt: null, isOfLetter: false },
  seenAt: given.seenCount > 0 ? inMinutes(-90) : null,
  ...given,
})
export const shares: ReportShareView[] = [
  share({ id: 's1', seenCount: 0 }),
  share({ id: 's2', seenCount: 12, isOfLetter: true, by: null, expiresAt: inMinutes(27 * dayMinutes) }),
  share({ id: 's3', seenCount: 1, by: bas, endedAt: inMinutes(-3 * dayMinutes) }),
  share({ id: 's4', seenCount: 4, by: bas, expiresAt: inMinutes(-9 * dayMinutes) }),
]

export const happenings = [
  { day: reputation.days[21]?.at ?? from, untilDay: null, label: 'Bagageband staat stil' },
  { day: reputation.days[21]?.at ?? from, untilDay: null, label: 'Bericht in het journaal' },
  { day: reputation.days[25]?.at ?? to, untilDay: reputation.days[26]?.at ?? null, label: 'Nieuwe dienstregeling' },
]

/** The same as whoever has its link sees it. */
export const sharedReport: SharedReportView = {
  ...{ name, lead: savedReport.lead, parts, against: 'before', network: null, tone: null, department: null },
  ...{
    workspace: 'Zilvermeeuw',
    expiresAt: inMinutes(6 * dayMinutes),
    reputation,
    effect: effectOf,
    costs,
    happenings,
  },
  networks: [
    { id: 'bluesky', name: 'Bluesky' },
    { id: 'mastodon', name: 'Mastodon' },
    { id: 'rss', name: 'Feeds (RSS)' },
    { id: 'feed', name: 'Feeds (RSS)' },
  ],
}
