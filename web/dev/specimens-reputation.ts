import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { find, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { noted, notedOften } from './story/annotations.ts'
import { effectOf, fewCompared } from './story/answer-effect.ts'
import { costs, noCosts } from './story/costs.ts'
import { counted, fewSaid, nothingSaid, reputation } from './story/reputation.ts'
import { happened, topicReport, waitedRows } from './story/topic-report.ts'

const path = '/reputation'
const report = 'GET /api/reports/reputation'
const effect = 'GET /api/reports/effect'
const cost = 'GET /api/reports/costs'
const out = 'POST /api/reports/export'
/** The dialog, and in it the export begun. */
const exporting = async () => {
  await press('[data-export=open]')
  await press('[data-export=start]')
}
const someRows = new TextEncoder().encode(`head\r\n${'row\r\n'.repeat(5_120)}`)
/** A file of which the first half has come; the rest never does. */
const half = () =>
  new Response(new ReadableStream({ start: (into) => into.enqueue(someRows) }), {
    headers: { 'wederhoor-rows': '12400', 'content-type': 'text/csv' },
  })
// A route that streams is none of the contract.
const exports = (said: unknown) =>
  ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs), [out]: said }) as Answers
const messages = { 'GET /api/reports/messages': says({ rows: counted, next: 'more', total: 4_120 }) }
const waited = { 'GET /api/reports/waits': says({ rows: waitedRows, next: null, total: 840 }) }
const topic = 'GET /api/reports/topics/{id}'
const endsBefore = {
  en: 'The period must end after it begins.',
  nl: 'De periode moet eindigen nadat zij begint.',
}
const incidents = { 'GET /api/incidents': says(happened) }
const notes = 'GET /api/annotations'
const whole = { [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }
/** Brought before the eyes: it stands below the charts. */
const toHappened = async () => (await find('[data-happened]')).scrollIntoView({ block: 'center' })
const note = async () => {
  await press('[data-note-happened]')
  await write('[data-annotation] input', 'Reclame op televisie, de eerste van drie weken')
}

/** How we are spoken of, in weeks of every kind. */
export const reputationSpecimens: readonly Specimen[] = [
  {
    name: 'reputation',
    path,
    answers: () => ({ ...whole, ...incidents, [notes]: says(noted) }),
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-happened',
    path,
    answers: () => ({ ...whole, ...incidents, [notes]: says(noted) }),
    act: toHappened,
    shows: '[data-happening]',
  },
  {
    name: 'reputation-happened-often',
    path,
    answers: () => ({ ...whole, ...incidents, [notes]: says(notedOften) }),
    shows: '[data-happening]',
  },
  {
    name: 'reputation-happened-empty',
    path,
    answers: () => ({ ...whole, 'GET /api/incidents': says([]) }),
    act: toHappened,
    shows: '[data-happened]',
  },
  {
    name: 'reputation-happened-loading',
    path,
    answers: () => ({ ...whole, 'GET /api/incidents': says([]), [notes]: waits }),
    act: toHappened,
    shows: '[data-happened] + [role=status]',
  },
  {
    name: 'reputation-happened-failed',
    path,
    answers: () => ({ ...whole, 'GET /api/incidents': says([]), [notes]: refuses(503, 'unavailable') }),
    act: toHappened,
    shows: '[data-happened] + [role=alert]',
  },
  {
    name: 'reputation-note',
    path,
    answers: () => ({ ...whole, [notes]: says(noted) }),
    act: note,
    shows: '[role=dialog] form',
  },
  {
    name: 'reputation-note-refused',
    path,
    answers: () => ({
      ...whole,
      [notes]: says(noted),
      'POST /api/annotations': refuses(429, 'too_many', {
        en: 'There are 2,000 notes of what happened. Remove some that nobody needs first.',
        nl: 'Er staan al 2.000 aantekeningen van wat er gebeurde. Verwijder er eerst een paar die niemand nodig heeft.',
      }),
    }),
    act: async () => {
      await note()
      await press('[data-annotation] button[type=submit]')
    },
    shows: '[role=dialog] [role=alert]',
  },
  {
    name: 'reputation-notes-all',
    path: `${path}?noted=all`,
    answers: () => ({ ...whole, ...incidents, [notes]: says(notedOften) }),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-notes-none',
    path: `${path}?noted=all`,
    answers: () => whole,
    shows: '[role=dialog] h2',
  },
  {
    name: 'reputation-few',
    path,
    answers: () => ({ [report]: says(fewSaid), [effect]: says(fewCompared), [cost]: says(noCosts) }),
    shows: 'h2',
  },
  {
    name: 'reputation-effect',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    act: async () => (await find('table.table-fixed')).scrollIntoView({ block: 'center' }),
    shows: 'table.table-fixed',
  },
  {
    name: 'reputation-effect-failed',
    path,
    answers: () => ({
      [report]: says(reputation),
      [cost]: refuses(503, 'unavailable'),
      [effect]: refuses(503, 'unavailable'),
    }),
    shows: '[role=alert]',
  },
  {
    name: 'reputation-effect-loading',
    path,
    answers: () => ({ [report]: says(reputation), [cost]: waits, [effect]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  {
    name: 'reputation-effect-method',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    act: () => press('section table + p + button'),
    shows: '[role=dialog] table',
  },
  { name: 'reputation-empty', path, answers: () => ({ [report]: says(nothingSaid) }), shows: 'h2' },
  { name: 'reputation-loading', path, answers: () => ({ [report]: waits }), shows: 'main [role=status][aria-label]' },
  {
    name: 'reputation-failed',
    path,
    answers: () => ({ [report]: refuses(503, 'unavailable') }),
    shows: '[role=alert]',
  },
  { name: 'reputation-offline', path, answers: () => ({ [report]: vanishes }), shows: '[role=alert]' },
  {
    name: 'reputation-messages',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs), ...messages }),
    act: () => press('main section button'),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-waits',
    path: `${path}?show=${encodeURIComponent(JSON.stringify({ kind: 'waits', cut: 'department', name: 'Bagage' }))}`,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs), ...waited }),
    shows: '[role=dialog] li',
  },
  {
    name: 'reputation-tone',
    path: `${path}?tone=negative`,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-last-week',
    path: `${path}?span=week`,
    answers: () => whole,
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-days',
    path: `${path}?from=2026-11-03&to=2026-11-20`,
    answers: () => whole,
    shows: 'main [data-chosen-days] input',
  },
  {
    name: 'reputation-days-wrong',
    path: `${path}?from=2026-11-03&to=2026-11-20`,
    answers: () => whole,
    act: async () => {
      await write('main [data-chosen-days] input', '2025-11-03')
      await press('main [data-chosen-days] button')
    },
    shows: 'main [data-chosen-days] [role=alert]',
  },
  {
    name: 'reputation-days-refused',
    path: `${path}?from=2026-11-20&to=2026-11-03`,
    answers: () => ({ [report]: refuses(400, 'bad_input', endsBefore) }),
    shows: '[role=alert]',
  },
  {
    name: 'reputation-days-silent',
    path: `${path}?from=2026-11-03&to=2026-11-03`,
    answers: () => ({ [report]: says(nothingSaid) }),
    shows: 'h2',
  },
  {
    name: 'reputation-topic-days',
    path: `${path}/topic/topic-0?from=2026-11-03&to=2026-11-20`,
    answers: () => ({ [topic]: says(topicReport), ...incidents, [notes]: says(noted) }),
    shows: 'main [data-chosen-days] input',
  },
  {
    name: 'reputation-topic',
    path: `${path}/topic/topic-0`,
    answers: () => ({ [topic]: says(topicReport), ...incidents, [notes]: says(noted) }),
    shows: 'main figure svg, figure svg',
  },
  {
    name: 'reputation-topic-loading',
    path: `${path}/topic/topic-0`,
    answers: () => ({ [topic]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  {
    name: 'reputation-topic-gone',
    path: `${path}/topic/topic-9`,
    answers: () => ({ [topic]: refuses(404, 'not_found') }),
    shows: '[role=alert]',
  },
  {
    name: 'reputation-table',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    act: () => press('figure button[aria-pressed]'),
    shows: 'figure table',
  },
  {
    name: 'reputation-voices',
    path,
    answers: () => whole,
    act: async () => {
      await press('[data-voices] button')
      ;(await find('[data-voices]')).scrollIntoView({ block: 'start' })
    },
    shows: '[data-voices] + div table',
  },
  {
    name: 'reputation-method',
    path,
    answers: () => whole,
    act: async () => {
      await find('main section svg')
      await press('main section button + button')
    },
    shows: '[role=dialog] dl',
  },
  {
    name: 'reputation-export',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    act: () => press('[data-export=open]'),
    shows: '[role=dialog] fieldset',
  },
  {
    name: 'reputation-export-running',
    path,
    answers: () => exports(says(half)),
    act: exporting,
    shows: '[role=dialog] [role=progressbar][aria-valuenow="41"]',
  },
  {
    name: 'reputation-export-refused',
    path,
    answers: () =>
      exports(
        refuses(429, 'too_many', {
          en: 'Three exports are running in this workspace. Wait until one is done.',
          nl: 'Er lopen al drie exports in deze werkruimte. Wacht tot er een klaar is.',
        }),
      ),
    act: exporting,
    shows: '[role=dialog] [role=alert]',
  },
  {
    name: 'reputation-costs',
    path,
    answers: () => ({ [report]: says(reputation), [effect]: says(effectOf), [cost]: says(costs) }),
    act: () => press('div.grid > section:last-child button'),
    shows: '[role=dialog] form',
  },
]
