import { type Answers, refuses, says, waits } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { noted } from './story/annotations.ts'
import { effectOf } from './story/answer-effect.ts'
import { costs } from './story/costs.ts'
import { unavailable } from './story/house.ts'
import { nothingSaid, reputation } from './story/reputation.ts'
import { savedReport, savedReports, sharedReport, shares } from './story/saved-reports.ts'

const list = 'GET /api/saved-reports'
const one = 'GET /api/saved-reports/{id}'
const links = 'GET /api/saved-reports/{id}/shares'
const shared = 'GET /api/shared-reports/{token}'
const path = '/reports'
const board = `${path}/board`
const link = '/shared/report/k3v9'

const figures = {
  'GET /api/reports/reputation': says(reputation),
  'GET /api/reports/effect': says(effectOf),
  'GET /api/reports/costs': says(costs),
  'GET /api/annotations': says(noted),
}
const kept: Answers = { ...figures, [list]: says(savedReports), [one]: says(savedReport), [links]: says(shares) }
const poor = { ...savedReports, canPdf: false, hasMailServer: false }
const taken = {
  en: 'A colleague changed this report meanwhile.',
  nl: 'Een collega heeft dit rapport intussen veranderd.',
}
const refused = { en: 'There is a report of this name.', nl: 'Er is al een rapport met deze naam.' }
const gone = { en: 'This report is not here any more.', nl: 'Dit rapport is hier niet meer.' }
const noPdf = {
  en: 'Chromium did not finish the PDF in time. Try it again, or print it from your browser.',
  nl: 'Chromium kreeg de pdf niet op tijd af. Probeer het nog eens, of druk hem af vanuit je browser.',
}
// A route that answers a file is none of the contract.
const pdf = (said: unknown) => ({ ...kept, 'GET /api/saved-reports/{id}/pdf': said }) as Answers
const save = () => press('main form button[type=submit]')

/** Reports that are kept: the list, one of them, its editor, its links and letters, on paper, and for whoever has a link. */
export const reportSpecimens: readonly Specimen[] = [
  { name: 'reports', path, answers: () => kept, shows: 'main ul li' },
  {
    name: 'reports-empty',
    path,
    answers: () => ({ [list]: says({ ...savedReports, reports: [] }) }),
    shows: 'main h2',
  },
  { name: 'reports-loading', path, answers: () => ({ [list]: waits }), shows: 'main [role=status]' },
  { name: 'reports-failed', path, answers: () => ({ [list]: unavailable }), shows: '[role=alert]' },
  { name: 'report', path: board, answers: () => kept, shows: 'main figure svg' },
  {
    name: 'report-poor',
    path: board,
    answers: () => ({
      ...kept,
      [list]: says(poor),
      [one]: says({ ...savedReport, letters: null, may: { change: false, remove: false, share: false } }),
    }),
    shows: 'main figure svg',
  },
  {
    name: 'report-silent',
    path: board,
    answers: () => ({ ...kept, 'GET /api/reports/reputation': says(nothingSaid) }),
    shows: 'main h2',
  },
  {
    name: 'report-counting',
    path: board,
    answers: () => ({ ...kept, 'GET /api/reports/reputation': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'report-parts-failed',
    path: board,
    answers: () => ({ ...kept, 'GET /api/reports/effect': unavailable, 'GET /api/reports/costs': unavailable }),
    act: async () => (await find('[data-part=works_where] [role=alert]')).scrollIntoView({ block: 'center' }),
    shows: '[data-part=costs] [role=alert]',
  },
  { name: 'report-loading', path: board, answers: () => ({ ...kept, [one]: waits }), shows: 'main [role=status]' },
  {
    name: 'report-gone',
    path: board,
    answers: () => ({ ...kept, [one]: refuses(404, 'not_found', gone) }),
    shows: 'main h1',
  },
  {
    name: 'report-messages',
    path: `${board}?show=${encodeURIComponent(JSON.stringify({ kind: 'messages' }))}`,
    answers: () => ({ ...kept, 'GET /api/reports/messages': says({ rows: [], next: null, total: 0 }) }),
    shows: '[role=dialog] h2',
  },
  {
    name: 'report-voices',
    path: board,
    answers: () => kept,
    act: async () => {
      await press('[data-voices] button')
      ;(await find('[data-voices]')).scrollIntoView({ block: 'center' })
    },
    shows: '[data-voices] + div table',
  },
  {
    name: 'report-remove',
    path: board,
    answers: () => kept,
    act: () => press('[data-report=remove]'),
    shows: '[role=dialog]',
  },
  {
    name: 'report-pdf-making',
    path: board,
    answers: () => pdf(waits),
    act: () => press('[data-report=pdf]'),
    shows: '[data-pdf=stop]',
  },
  {
    name: 'report-pdf-refused',
    path: board,
    answers: () => pdf(refuses(503, 'unavailable', noPdf)),
    act: () => press('[data-report=pdf]'),
    shows: 'header [role=alert]',
  },
  { name: 'report-new', path: `${path}/new?days=90&network=bluesky`, answers: () => kept, shows: 'main form' },
  {
    name: 'report-new-days',
    path: `${path}/new?from=2026-11-03&to=2026-11-20`,
    answers: () => kept,
    shows: 'main form input[type=date]',
  },
  { name: 'report-edit', path: `${board}/edit`, answers: () => kept, shows: 'main form li textarea' },
  {
    name: 'report-edit-fixed',
    path: `${path}/strike/edit`,
    answers: () => ({
      ...kept,
      [one]: says({
        ...{ ...savedReport, parts: [], span: { kind: 'fixed', from: '2026-03-02', to: '2026-03-15' } },
        days: { from: '2026-03-02', to: '2026-03-15' },
      }),
    }),
    shows: 'main form input[type=date]',
  },
  {
    name: 'report-refused',
    path: `${path}/new`,
    answers: () => ({ ...kept, 'POST /api/saved-reports': refuses(409, 'taken', refused) }),
    act: async () => {
      await write('main form input', 'Reputatie, voor de directie')
      await save()
      ;(await find('main form [role=alert]')).scrollIntoView({ block: 'center' })
    },
    shows: 'main form [role=alert]',
  },
  {
    name: 'report-conflict',
    path: `${board}/edit`,
    answers: () => ({ ...kept, 'PUT /api/saved-reports/{id}': refuses(409, 'taken', taken) }),
    act: async () => {
      await find('main form li')
      await save()
      ;(await find('main form [role=alert]')).scrollIntoView({ block: 'center' })
    },
    shows: 'main form [role=alert]',
  },
  {
    name: 'report-leave',
    path: `${path}/new`,
    answers: () => kept,
    act: async () => {
      await write('main form input', 'Half een naam')
      await press('main a[href$="/reports"]')
    },
    shows: '[role=dialog]',
  },
  {
    name: 'report-share',
    path: board,
    answers: () => kept,
    act: () => press('[data-report=share]'),
    shows: '[role=dialog] li',
  },
  {
    name: 'report-share-made',
    path: board,
    answers: () => ({
      ...kept,
      'POST /api/saved-reports/{id}/shares': says({
        ...{ id: 's5', expiresAt: shares[0]?.expiresAt ?? '', url: shares[0]?.url ?? '' },
      }),
    }),
    act: async () => {
      await press('[data-report=share]')
      await press('[data-share=make]')
    },
    shows: '[role=dialog] [role=status] input',
  },
  {
    name: 'report-share-empty',
    path: board,
    answers: () => ({ ...kept, [links]: says([]) }),
    act: () => press('[data-report=share]'),
    shows: '[role=dialog] h3 + p',
  },
  {
    name: 'report-share-failed',
    path: board,
    answers: () => ({ ...kept, [links]: unavailable }),
    act: () => press('[data-report=share]'),
    shows: '[role=dialog] [role=alert]',
  },
  {
    name: 'report-mail',
    path: board,
    answers: () => kept,
    act: () => press('[data-report=mail]'),
    shows: '[role=dialog] li',
  },
  {
    name: 'report-mail-no-server',
    path: board,
    answers: () => ({ ...kept, [list]: says(poor), [one]: says({ ...savedReport, letters: null, sent: [] }) }),
    act: () => press('[data-report=mail]'),
    shows: '[role=dialog] textarea',
  },
  {
    name: 'report-mail-refused',
    path: board,
    answers: () => kept,
    act: async () => {
      await press('[data-report=mail]')
      await write('[role=dialog] textarea', 'Noor')
      await press('[data-mail=send]')
      ;(await find('[role=dialog] [role=alert]')).scrollIntoView({ block: 'center' })
    },
    shows: '[role=dialog] [role=alert]',
  },
  { name: 'report-print', path: `${board}/print`, answers: () => kept, shows: 'main [data-part=tone] svg' },
  {
    name: 'report-print-gone',
    path: `${board}/print`,
    answers: () => ({ ...kept, [one]: refuses(404, 'not_found', gone) }),
    shows: 'main h1',
  },
  { name: 'shared-report', path: link, answers: () => ({ [shared]: says(sharedReport) }), shows: 'main figure svg' },
  { name: 'shared-report-loading', path: link, answers: () => ({ [shared]: waits }), shows: 'main [role=status]' },
  {
    name: 'shared-report-over',
    path: link,
    answers: () => ({ [shared]: refuses(404, 'not_found') }),
    shows: 'main h1',
  },
  { name: 'shared-report-failed', path: link, answers: () => ({ [shared]: unavailable }), shows: '[role=alert]' },
  {
    name: 'shared-report-paper',
    path: `${link}?print=1&lang=nl`,
    answers: () => ({ [shared]: says(sharedReport) }),
    act: () => find('html[data-drawn=report]'),
    shows: 'main [data-part=tone] svg',
  },
  {
    name: 'shared-report-paper-over',
    path: `${link}?print=1`,
    answers: () => ({ [shared]: refuses(404, 'not_found') }),
    act: () => find('html[data-drawn=failed]'),
    shows: 'main h1',
  },
]
