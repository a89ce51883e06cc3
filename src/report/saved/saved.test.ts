// A report that was put together is kept, leaves the house only by who leads, shows figures to whoever has its link, and leaves by e-mail once an hour that was agreed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { saveMailServer } from '#notify/mail-server.ts'
import { readReputation } from '#report/read-reputation.ts'
import { settleFigures } from '#report/settle-figures.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { openMailReceiver } from '#testing/mail-receiver.ts'
import { loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { lettersAsked, reportAsked } from '#testing/report-walls.ts'
import { drawPdf } from './draw-pdf.ts'
import { mailReport, planLetters } from './plan-letters.ts'
import { readReport } from './read-reports.ts'
import { readShared } from './read-shared.ts'
import { removeReport } from './remove-report.ts'
import { addReport, changeReport } from './save-report.ts'
import { sendLetters } from './send-letters.ts'
import { endShare, readShares, shareReport } from './share-report.ts'
import { readToken } from './share-token.ts'
import { writeDueLetters } from './write-due-letters.ts'

const isCode = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const tokenIn = (url: string) => url.split('/').at(-1) ?? ''
const login = { username: 'w', password: 'a password for mail' }
const people = { noor: 'owner', lena: 'lead', tess: 'member', tom: 'member', olga: 'observer' } as const

async function scene() {
  // A Monday.
  const app = await loopbackApp(openFakeClock('2026-11-30T05:00:00.000Z'))
  const house = await notifyHouse(app, people)
  const receiver = await openMailReceiver(login)
  const withServer = () =>
    saveMailServer(house.as('noor'), {
      ...{ host: '127.0.0.1', port: receiver.port, security: 'none', sender: 'w@example.org', ...login },
    })
  const id = await addReport(house.as('tess'), reportAsked)
  return { ...house, receiver, withServer, id }
}

test('one is kept as it was put together, and a colleague’s change is never overwritten', async () => {
  const { as, id } = await scene()
  const kept = await readReport(as('olga'), { id })
  assert.deepEqual([kept.name, kept.by?.name, kept.parts], ['Voor de directie', 'tess', reportAsked.parts])
  assert.deepEqual(kept.days, { from: '2026-11-23', to: '2026-11-29' })
  await changeReport(as('tom'), { ...reportAsked, id, version: 1, name: 'Voor het bestuur' })
  await assert.rejects(changeReport(as('tess'), { ...reportAsked, id, version: 1 }), isCode('taken'))
  assert.equal((await readReport(as('tess'), { id })).name, 'Voor het bestuur')
})

test('a span that no report covers is refused', async () => {
  const { as } = await scene()
  const span = { kind: 'fixed', from: '2026-02-02', to: '2026-02-01' } as const
  await assert.rejects(addReport(as('tess'), { ...reportAsked, span }), isCode('bad_input'))
})

test('who made it may remove it, a colleague may not, and who leads may', async () => {
  const { as, id } = await scene()
  await assert.rejects(removeReport(as('tom'), { id }), isCode('not_allowed'))
  await removeReport(as('tess'), { id })
  await assert.rejects(readReport(as('tess'), { id }), isCode('not_found'))
  const other = await addReport(as('tom'), reportAsked)
  await removeReport(as('lena'), { id: other })
})

test('whoever has a link sees the very figures of the report, and how often it was looked at is kept', async () => {
  const { app, as, id } = await scene()
  while ((await settleFigures(app)) > 0);
  const { url } = await shareReport(as('lena'), { id, days: 7 })
  const shared = await readShared(app, { token: tokenIn(url) })
  const own = await readReputation(as('tess'), { from: '2026-11-23', to: '2026-11-29', against: 'before' })
  assert.deepEqual(JSON.parse(JSON.stringify(shared.reputation)), JSON.parse(JSON.stringify(own)))
  assert.deepEqual(
    [shared.name, shared.lead, shared.effect, shared.costs],
    [reportAsked.name, reportAsked.lead, null, null],
  )
  const [share] = await readShares(as('lena'), { id })
  assert.deepEqual([share?.seenCount, share?.by?.name, share?.url], [1, 'lena', url])
})

test('a link that expired, was ended, was never made or whose report is gone says the same', async () => {
  const { app, as, id } = await scene()
  const opens = async (url: string) => {
    try {
      return (await readShared(app, { token: tokenIn(url) })).name
    } catch (error) {
      return (error as Error).message
    }
  }
  const first = await shareReport(as('lena'), { id, days: 1 })
  const second = await shareReport(as('lena'), { id, days: 30 })
  assert.equal(await opens(first.url), reportAsked.name)
  await endShare(as('lena'), { id, shareId: first.id })
  const said = await opens(first.url)
  assert.match(said, /shows nothing any more/u)
  // One sign of the proof is another.
  const forged = second.url.slice(0, -1) + (second.url.endsWith('A') ? 'B' : 'A')
  assert.equal(await opens(forged), said)
  assert.equal(readToken(app, tokenIn(forged)), undefined)
  app.clock.advance(30 * day - 1)
  assert.equal(await opens(second.url), reportAsked.name)
  app.clock.advance(1)
  assert.equal(await opens(second.url), said)
  const third = await shareReport(as('lena'), { id, days: 1 })
  await removeReport(as('lena'), { id })
  assert.equal(await opens(third.url), said)
})

test('only who leads lets it out of the house', async () => {
  const { as, id } = await scene()
  for (const work of [
    () => shareReport(as('tess'), { id, days: 1 }),
    () => readShares(as('tess'), { id }),
    () => planLetters(as('tess'), { id, letters: lettersAsked }),
    () => mailReport(as('tess'), { id, ...lettersAsked }),
  ])
    await assert.rejects(work(), isCode('not_allowed'))
})

test('without a mail server nothing is promised', async () => {
  const { as, id } = await scene()
  await assert.rejects(planLetters(as('lena'), { id, letters: lettersAsked }), /There is no mail server yet/u)
})

test('it leaves at its hour, once, with the figures, a link that opens it, and the PDF', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await withServer()
  const letters = { ...lettersAsked, hasPdf: true, addresses: ['a@example.org', 'b@example.org', 'a@example.org'] }
  await planLetters(as('lena'), { id, letters })
  const asked: string[] = []
  const draw = async (_app: unknown, { from, to, lang }: { from: string; to: string; lang: string }) => {
    asked.push(`${from} ${to} ${lang}`)
    return Buffer.from('%PDF-1.7 a test')
  }
  const round = async () => {
    await writeDueLetters(app)
    return sendLetters(app, draw)
  }
  assert.equal(await round(), 0)
  // The workspace has no hours of its own: its clock is that of the world.
  app.clock.advance(3 * hour)
  await Promise.all([writeDueLetters(app), writeDueLetters(app)])
  assert.equal(await round(), 2)
  assert.equal(await round(), 0)
  assert.deepEqual(receiver.received.flatMap(({ to }) => to).toSorted(), ['a@example.org', 'b@example.org'])
  // One for both readers.
  assert.deepEqual(asked, ['2026-11-23 2026-11-29 nl'])
  const [got] = receiver.received
  for (const said of ['Een rustige week.', 'Reputatie', 'Berichten: 0'])
    assert.ok(got?.text.includes(said), `${said} in ${got?.text}`)
  const [url = ''] = /http\S+\/shared\/report\/[^\s?]+/u.exec(got?.text ?? '') ?? []
  assert.equal((await readShared(app, { token: tokenIn(url) })).name, reportAsked.name)
  assert.match(got?.raw ?? '', /Voor-de-directie-2026-11-23-2026-11-29\.pdf/u)
  const { sent, letters: plan } = await readReport(as('olga'), { id })
  assert.deepEqual(
    sent.map(({ state, trouble }) => [state, trouble]),
    [
      ['sent', null],
      ['sent', null],
    ],
  )
  assert.equal(plan?.nextAt.toISOString(), '2026-12-07T08:00:00.000Z')
})

test('a house that was away sends the week that was missed once, and not each of them', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await withServer()
  await planLetters(as('lena'), { id, letters: lettersAsked })
  app.clock.advance(16 * day)
  await writeDueLetters(app)
  assert.equal(await sendLetters(app), 1)
  await writeDueLetters(app)
  assert.equal(await sendLetters(app), 0)
  assert.match(receiver.received[0]?.text ?? '', /23.{1,4}29 nov/u)
})

test('one whose letters cannot be written stands in nobody else’s way, and is tried again', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await withServer()
  const broken = await addReport(as('lena'), { ...reportAsked, name: 'Stuk' })
  for (const one of [broken, id]) await planLetters(as('lena'), { id: one, letters: lettersAsked })
  const days = (linkDays: number) =>
    app.db.pool.query(`update saved_reports set letters = jsonb_set(letters, '{linkDays}', $2) where id = $1`, [
      ...[broken, linkDays],
    ])
  await days(1e12)
  await app.db.pool.query(`update saved_reports set letters_at = letters_at - interval '1 minute' where id = $1`, [
    broken,
  ])
  app.clock.advance(8 * day)
  await writeDueLetters(app)
  assert.equal(await sendLetters(app), 1)
  await days(7)
  await writeDueLetters(app)
  assert.equal(await sendLetters(app), 1)
  assert.equal(receiver.received.length, 2)
})

test('without a Chromium it leaves without a PDF and says so; a link that was ended does not leave', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await withServer()
  const named = { ...app, chromium: '/nowhere/chromium' }
  await mailReport(as('lena'), { id, ...lettersAsked, hasPdf: true })
  await sendLetters(named)
  const first = (await readReport(as('olga'), { id })).sent[0]
  assert.equal(first?.state, 'sent')
  assert.match(first?.trouble?.nl ?? '', /geen Chromium/u)
  await mailReport(as('lena'), { id, ...lettersAsked })
  for (const { id: shareId } of await readShares(as('lena'), { id })) await endShare(as('lena'), { id, shareId })
  await sendLetters(app)
  const states = (await readReport(as('olga'), { id })).sent.map(({ state }) => state)
  assert.deepEqual(states.toSorted(), ['failed', 'sent'])
  assert.equal(receiver.received.length, 1)
})

test('a server that is away is tried again later, and then it leaves once', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await saveMailServer(as('noor'), {
    ...{ host: '127.0.0.1', port: 1, security: 'none', sender: 'w@example.org', ...login },
  })
  await mailReport(as('lena'), { id, ...lettersAsked })
  await sendLetters(app)
  const [waiting] = (await readReport(as('olga'), { id })).sent
  assert.deepEqual([waiting?.state, waiting?.trouble !== null], ['waiting', true])
  await withServer()
  app.clock.advance(hour)
  await sendLetters(app)
  await sendLetters(app)
  assert.equal(receiver.received.length, 1)
  assert.deepEqual(
    (await readReport(as('olga'), { id })).sent.map(({ state, trouble }) => [state, trouble]),
    [['sent', null]],
  )
})

test('while others are being made a letter waits for its PDF, and leaves with it', async () => {
  const { app, as, id, withServer, receiver } = await scene()
  await withServer()
  await mailReport(as('lena'), { id, ...lettersAsked, hasPdf: true })
  await sendLetters(app, () => Promise.reject(new AppError('too_many', 'Two PDFs are being made at this moment.')))
  assert.equal(receiver.received.length, 0)
  app.clock.advance(hour)
  await sendLetters(app, async () => Buffer.from('%PDF-1.7 a test'))
  assert.match(receiver.received[0]?.raw ?? '', /application\/pdf/u)
  assert.deepEqual(
    (await readReport(as('olga'), { id })).sent.map(({ state, trouble }) => [state, trouble]),
    [['sent', null]],
  )
})

test('a Chromium that was named and is not there is named in the refusal', async () => {
  const { app, id } = await scene()
  const paper = { reportId: id, from: '2026-11-23', to: '2026-11-29', lang: 'nl' } as const
  await assert.rejects(drawPdf({ ...app, chromium: '/nowhere/chromium' }, paper), /names \/nowhere\/chromium/u)
})
