// Reports that are kept: what their screens do by themselves, in the room of states; and what a link asks of the real server.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openVisitor } from './browser.ts'
import { openHouse } from './house.ts'
import { wordsIn } from './words.ts'

const house = await openHouse({ after })
const isFocused = (one: Locator): Promise<boolean> => one.evaluate((element) => element === document.activeElement)

async function draw(page: Page, name: string): Promise<void> {
  await page.goto(`/dev/states/${name}?lang=en&theme=dark`)
  await page.locator(`html[data-drawn="${name}"]`).waitFor()
}

test('whoever has a link asks the server for the report, and for nothing else', async (t) => {
  const { page, expect } = await openVisitor(t, { url: house.url })
  expect(/\/api\/shared-reports\//)
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.add(`${request.method()} ${pathname}`)
  })
  await page.goto('/shared/report/nobodys')
  await page.locator('main h1, main [role=alert]').first().waitFor()
  assert.equal(new URL(page.url()).pathname, '/shared/report/nobodys')
  assert.deepEqual([...asked], ['GET /api/shared-reports/nobodys'])
})

test('the browser that makes the PDF is told that there is none, in the language it asked for', async (t) => {
  const { page, expect } = await openVisitor(t, { url: house.url, lang: 'en', theme: 'dark' })
  expect(/\/api\/shared-reports\//)
  await page.goto('/shared/report/nobodys?print=1&lang=nl')
  await page.locator('html[data-drawn=failed][lang=nl][data-theme=light]').waitFor()
  await page.goto('/shared/report/nobodys')
  await page.locator('html[lang=en][data-theme=dark] main').waitFor()
})

test('the parts of a report are put in order by keys, and what moves keeps the focus', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  const say = wordsIn('en')
  await draw(page, 'report-edit')
  const parts = page.getByRole('group', { name: say('What is in it, in this order') })
  const first = parts.getByRole('listitem').first()
  const key = say('Key figures')
  const words = parts.getByRole('textbox', { name: say('Your words above “{0}”', { 0: key }) })
  await words.fill('Look at the waits.')
  const sooner = parts.getByRole('button', { name: say('{0}: sooner', { 0: key }) })
  await sooner.focus()
  await page.keyboard.press('Enter')
  await first.getByText(key, { exact: true }).waitFor()
  const later = parts.getByRole('button', { name: say('{0}: later', { 0: key }) })
  assert.equal(await sooner.isDisabled(), true)
  assert.equal(await isFocused(later), true)
  await page.keyboard.press('Enter')
  await first.getByText(say('In one sentence, and the course of the score'), { exact: true }).waitFor()
  assert.equal(await isFocused(later), true)

  const check = parts.getByRole('checkbox', { name: key })
  await check.focus()
  await page.keyboard.press('Space')
  assert.equal(await check.isChecked(), false)
  assert.equal(await isFocused(check), true)
  await page.keyboard.press('Space')
  assert.equal(await words.inputValue(), 'Look at the waits.')
})

test('whoever leaves what they wrote is asked first', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  const say = wordsIn('en')
  await draw(page, 'report-new')
  const name = page.getByRole('textbox', { name: say('Name') })
  await name.fill('Half a name')
  await page.getByRole('link', { name: say('All reports') }).click()
  const question = page.getByRole('dialog', { name: say('Leave without saving?') })
  await question.getByRole('button', { name: say('Stay') }).click()
  await question.waitFor({ state: 'detached' })
  assert.equal(await name.inputValue(), 'Half a name')
  await page.getByRole('link', { name: say('All reports') }).click()
  await question.getByRole('button', { name: say('Leave'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('Reports'), exact: true }).waitFor()
})

test('what was refused is still there, and a colleague who was faster is named', async (t) => {
  const { page, expect } = await openVisitor(t, { url: house.url })
  expect(/409/)
  const say = wordsIn('en')
  await draw(page, 'report-edit')
  const lead = page.getByRole('textbox', { name: say('Above the figures') })
  await lead.fill('Mine.')
  await page.getByRole('button', { name: say('Save the report') }).click()
  await page.getByText(/A colleague changed this report meanwhile/).waitFor()
  assert.equal(await lead.inputValue(), 'Mine.')
  const theirs = page.getByRole('link', { name: say('Look at theirs in a new window') })
  assert.equal(await theirs.getAttribute('target'), '_blank')
})

test('a PDF that is being made can be stopped, and asked for again', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  const say = wordsIn('en')
  await draw(page, 'report-pdf-making')
  await page.getByRole('button', { name: say('Stop'), exact: true }).click()
  await page.getByText(say('Stopped. Nothing was saved.')).waitFor()
  await page.getByRole('button', { name: say('PDF'), exact: true }).click()
  await page.getByText(say('The PDF is being made. That takes some seconds.')).waitFor()
})

test('a link that was made is copied whole, and one that is over cannot be', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  const say = wordsIn('en')
  await draw(page, 'report-share-made')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('Copy'), exact: true }).click()
  await dialog.getByRole('button', { name: say('Copied'), exact: true }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.equal(copied, await dialog.getByRole('textbox', { name: say('The link') }).inputValue())
  const lines = dialog.getByRole('listitem')
  assert.equal(await lines.count(), 4)
  assert.equal(await lines.getByRole('button', { name: say('End it') }).count(), 2)
})

for (const name of ['report-print', 'shared-report-paper'])
  test(`${name}: nothing to press is printed, and no picture is cut by the end of a page`, async (t) => {
    const { page } = await openVisitor(t, { url: house.url })
    await draw(page, name)
    await page.emulateMedia({ media: 'print' })
    const pressed = page.locator('a:visible, button:visible, select:visible, [role=slider]:visible')
    assert.deepEqual(await pressed.allInnerTexts(), [])
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'light')
    const uncut = await page
      .locator('main figure, main tr')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').length)
    assert.equal(uncut, 0)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    if (process.env.WEDERHOOR_TEST_SHOTS) await writeFile(`${process.env.WEDERHOOR_TEST_SHOTS}/${name}.pdf`, pdf)
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/gu)].map(([, box = '']) =>
      box.trim().split(/\s+/u).slice(2).map(Number).map(Math.round),
    )
    assert.ok(boxes.length > 1, 'more than one page')
    for (const box of boxes) assert.deepEqual(box, [595, 842])
  })
