import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, RouteName } from '#api/contract/contract.ts'
import { audit } from '#db/tables/team.ts'
import { apiHouse, type Question } from '#testing/api-house.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp({ clock: openFakeClock('2026-12-01T10:00:00.000Z') })
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')

const weekday = [{ from: '09:00', to: '17:00' }]
const office = {
  timeZone: 'Europe/Amsterdam',
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  holidays: { country: 'NL', region: null },
  closedDays: ['2027-05-05'],
  openDays: [{ date: '2026-12-19', ranges: [{ from: '10:00', to: '24:00' }] }],
  isUrgentNeverStopped: true,
}

async function ask<N extends RouteName>(name: N, given: Question = {}): Promise<Answer<N>> {
  const answer = await house.ask(name, { cookie: noor.cookie, ...given })
  assert.equal(answer.status, 200)
  return (await answer.json()) as Answer<N>
}
const refusal = async (body: unknown) => {
  const answer = await house.ask('PATCH /api/workspace', { cookie: noor.cookie, body })
  const { error } = (await answer.json()) as { error: { message: string; details: { words?: { nl: string } } } }
  return { status: answer.status, en: error.message, nl: error.details.words?.nl }
}
const hoursNow = async () => (await ask('GET /api/session')).workspace?.openingHours

test('always open until somebody says otherwise; hours are kept as they were given, and taken back with null', async () => {
  assert.equal(await hoursNow(), null)
  await ask('PATCH /api/workspace', { body: { openingHours: office } })
  assert.deepEqual(await hoursNow(), office)
  await ask('PATCH /api/workspace', { body: { undoSeconds: 5 } })
  assert.deepEqual(await hoursNow(), office, 'another change leaves them alone')
  await ask('PATCH /api/workspace', { body: { openingHours: null } })
  assert.equal(await hoursNow(), null)
  const lines = await app.db.asSystem((tx) => tx.select().from(audit))
  const changed = lines.filter(({ action }) => action === 'workspace.change').map(({ details }) => details.changed)
  assert.deepEqual(changed, [['openingHours'], ['undoSeconds'], ['openingHours']])
})

test('hours that cannot be are refused in both languages, and nothing of them is kept', async () => {
  const cases: [object, RegExp, RegExp][] = [
    [{ week: [[], [], [], [], [], [], []] }, /Somebody must be there/u, /moet er iemand zijn/u],
    [{ timeZone: 'Europe/Atlantis' }, /time zone/u, /tijdzone/u],
    [{ week: [[{ from: '17:00', to: '09:00' }], [], [], [], [], [], []] }, /end must come after/u, /einde moet na/u],
    [{ closedDays: ['2026-12-19'] }, /twice/u, /twee keer/u],
    [{ holidays: { country: 'QQ', region: null } }, /holidays of this place/u, /feestdagen van deze plaats/u],
    [{ closedDays: ['2026-02-30'] }, /./u, /./u],
  ]
  for (const [part, en, nl] of cases) {
    const told = await refusal({ openingHours: { ...office, ...part } })
    assert.equal(told.status, 400, JSON.stringify(part))
    assert.match(told.en, en)
    assert.match(told.nl ?? '', nl)
  }
  assert.equal(await hoursNow(), null)
})

test('the holidays of a place: those that come, or those of a year', async () => {
  const nowhere = await ask('GET /api/holidays')
  assert.ok(nowhere.countries.includes('NL'))
  assert.deepEqual([nowhere.regions, nowhere.days], [[], []])
  const coming = await ask('GET /api/holidays', { query: { country: 'NL' } })
  assert.deepEqual(
    coming.days.slice(0, 3).map(({ date }) => date),
    ['2026-12-25', '2026-12-26', '2027-01-01'],
  )
  assert.equal(coming.days.at(-1)?.date, '2027-05-17')
  const moved = await ask('GET /api/holidays', { query: { country: 'NL', year: '2031' } })
  assert.equal(moved.days.find(({ name }) => name.nl === 'Koningsdag')?.date, '2031-04-26')
  const bavaria = await ask('GET /api/holidays', { query: { country: 'DE', region: 'BY', year: '2027' } })
  assert.ok(bavaria.days.some(({ date }) => date === '2027-01-06'))
  assert.ok(bavaria.regions.some(({ code }) => code === 'BY'))
})

test('what hours would mean is told before they are kept', async () => {
  const body = { openingHours: office, minutes: 30 }
  const { example } = await ask('POST /api/opening-hours/example', { body })
  assert.deepEqual(example, { heardAt: '2026-12-04T15:45:00.000Z', dueAt: '2026-12-07T08:15:00.000Z' })
})
