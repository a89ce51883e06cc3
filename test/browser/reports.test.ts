// A report: put together by keys, shown to somebody without an account, printed by the house's own browser, and sent.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { openMailReceiver } from '#testing/mail-receiver.ts'
import { openVisitor, shoot } from './browser.ts'
import { call } from './people.ts'
import { openStage, visit } from './stage.ts'
import { chooseByKey, pressByKey, tabTo } from './tab-to.ts'
import { sayThree, threeCounted } from './three-said.ts'
import type { Lang } from './words.ts'

const login = { username: 'wederhoor', password: 'a password for mail' }
const mail = await openMailReceiver(login)
const stage = await openStage({ after }, { WEDERHOOR_CHROMIUM: process.env.CHROMIUM_PATH || '/usr/bin/chromium' })
sayThree(stage)
const lead = 'Een rustige week, op één koffer na.'
const words = 'Wat hier staat is van vier weken.'

for (const lang of ['en', 'nl'] satisfies Lang[])
  test(`a report is put together by keys, and shown to whoever has its link until it ends (${lang})`, async (t) => {
    const { page, say, house } = await visit(t, stage, { lang })
    const messages = await threeCounted({ page, owner: stage.owner })
    await page.goto('/reputation')
    await pressByKey(page, page.getByRole('link', { name: say('Save as report') }))
    const name = `Voor de directie (${lang})`
    await tabTo(page, page.getByLabel(say('Name'), { exact: true }))
    await page.keyboard.type(name)
    await tabTo(page, page.getByLabel(say('Above the figures')))
    await page.keyboard.type(lead)
    const second = { 0: say('Key figures') }
    await tabTo(page, page.getByLabel(say('Your words above “{0}”', second)))
    await page.keyboard.type(words)
    await pressByKey(page, page.getByRole('button', { name: say('{0}: sooner', second) }))
    await shoot(page, `reports-edit-${lang}`)
    await pressByKey(page, page.getByRole('button', { name: say('Save the report') }))
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText(lead).waitFor()
    const parts = page.locator('[data-part]')
    await parts.first().getByText(words).waitFor()
    // With a session every figure leads on.
    await pressByKey(page, page.getByRole('button', { name: new RegExp(say('Messages')) }).first())
    await page
      .getByRole('dialog')
      .getByText(say('{0} in all', { 0: messages }))
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await shoot(page, `reports-one-${lang}`)

    await pressByKey(page, page.getByRole('button', { name: say('Share it'), exact: true }))
    const dialog = page.getByRole('dialog')
    await chooseByKey(page, dialog.getByLabel(say('It works for')), '1')
    await pressByKey(page, dialog.getByRole('button', { name: say('Make a link') }))
    const url = await dialog.getByLabel(say('The link'), { exact: true }).inputValue()
    await shoot(page, `reports-share-${lang}`)

    const stranger = await openVisitor(t, { url: house.url, lang })
    stranger.expect(/404/u)
    const asked: string[] = []
    stranger.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const answer = await stranger.page.goto(url)
    assert.equal(answer?.headers()['x-robots-tag'], 'noindex, nofollow')
    await stranger.page.getByRole('heading', { level: 1, name }).waitFor()
    await stranger.page.getByText(lead).waitFor()
    const figures = stranger.page.getByRole('region', { name: say('Key figures') })
    await stranger.page.locator('[data-part]').first().getByText(words).waitFor()
    await stranger.page
      .getByRole('region', { name: say('Key figures') })
      .getByText(String(messages), { exact: true })
      .first()
      .waitFor()
    assert.deepEqual(
      [...new Set(asked.filter((path) => path.startsWith('/api/')))],
      [`/api/shared-reports/${url.split('/').at(-1)}`],
    )
    // Nothing leads on, and nobody who was heard is named.
    assert.equal(await figures.getByRole('button').count(), 0)
    assert.equal(await stranger.page.getByRole('main').getByRole('link').count(), 0)
    assert.doesNotMatch(await stranger.page.content(), /Reader \d|suitcase|reader\d/u)
    await shoot(stranger.page, `reports-shared-${lang}`)

    await pressByKey(page, dialog.getByRole('button', { name: say('End it') }))
    await dialog
      .getByText(/^.*(ended|beëindigd) .*$/u)
      .first()
      .waitFor()
    await stranger.page.reload()
    await stranger.page.getByText(say('This link shows nothing any more')).waitFor()
    await shoot(stranger.page, `reports-ended-${lang}`)
  })

test('the PDF is the report, made by a browser of the house; it leaves by e-mail with it', async (t) => {
  const { page, say, visitor } = await visit(t, stage, { lang: 'nl' })
  await threeCounted({ page, owner: stage.owner })
  const plan = {
    ...{ name: 'Maandbericht', lead, network: null, departmentId: null, tone: null },
    ...{ span: { kind: 'days' as const, days: 28 }, against: 'before' as const },
    parts: (['summary', 'figures', 'tone', 'topics'] as const).map((part) => ({ part, words: '' })),
  }
  const { id } = await call(visitor, 'POST /api/saved-reports', { body: plan })
  await page.goto(`/reports/${id}`)
  const coming = page.waitForEvent('download')
  await pressByKey(page, page.getByRole('button', { name: say('PDF'), exact: true }))
  const download = await coming
  assert.match(download.suggestedFilename(), /^Maandbericht-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.pdf$/u)
  assertPdf(await readFile(await download.path()))

  await call(visitor, 'PUT /api/mail', {
    body: { host: '127.0.0.1', port: mail.port, security: 'none', sender: 'wederhoor@example.org', ...login },
  })
  await page.reload()
  await pressByKey(page, page.getByRole('button', { name: say('E-mail'), exact: true }))
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByLabel(say('Addresses, one a line')))
  await page.keyboard.type('directie@example.org')
  const withPdf = dialog.getByRole('switch', { name: say('With the report as PDF') })
  await tabTo(page, withPdf)
  if (!(await withPdf.isChecked())) await page.keyboard.press('Space')
  const itself = dialog.getByRole('switch', { name: say('Leaves by itself') })
  await tabTo(page, itself)
  await page.keyboard.press('Space')
  await pressByKey(page, dialog.getByRole('button', { name: say('Save'), exact: true }))
  await dialog
    .getByText(/Bewaard. /u)
    .first()
    .waitFor()
  await pressByKey(page, dialog.getByRole('button', { name: say('Send now') }))
  await dialog.getByText(say('sent'), { exact: true }).waitFor()
  await shoot(page, 'reports-mail')
  // From half past four the house sends its letter of the day as well, to who works here.
  const [got, ...more] = mail.received.filter(({ to }) => to.includes('directie@example.org'))
  assert.deepEqual(got?.to, ['directie@example.org'])
  assert.deepEqual(more, [])
  assert.ok(got?.text.includes(lead))
  const attached = /application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/u.exec(got?.raw ?? '')?.[1] ?? ''
  assertPdf(Buffer.from(attached, 'base64'))
})

/** A whole document of some pages with drawings in it, and not the page that says that it failed. */
function assertPdf(pdf: Buffer): void {
  const text = pdf.toString('latin1')
  assert.match(text, /^%PDF-1\./u)
  assert.match(text, /%%EOF\s*$/u)
  assert.match(text, /\/Title/u)
  assert.ok(pdf.length > 30_000, `${pdf.length} bytes`)
}
