// A second pair of eyes, by the keys alone: asked, sent back, taken back, changed, stopped, approved, let go, sent.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { call, invite, owner as noor } from './people.ts'
import { card, openStage, thread, visit } from './stage.ts'
import type { Say } from './words.ts'

const stage = await openStage({ after })
await call(stage.owner, 'PUT /api/approvals/all', { body: { all: 'always' } })

const walks = [
  { lang: 'en', writer: 'Sem Bakker', customer: 'Mira van Dam', handle: 'mira' },
  { lang: 'nl', writer: 'Tess Visser', customer: 'Joris Kok', handle: 'joris' },
] as const

/** Finds a command by its name, as people do who know no key for it. */
async function doByName(page: Page, say: Say, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: say('Find or do') })
  await palette.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(name)
  await palette.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
}

for (const { lang, writer, customer, handle } of walks)
  test(`an answer waits for somebody else, by the keys alone, in ${lang}`, async (t) => {
    const { page, say, bluesky, visitor, house } = await visit(t, stage, { lang, undoSeconds: 1 })
    const colleague = await openVisitor(t, { url: house.url, lang })
    await invite(visitor, colleague, { name: writer, email: `${handle}@zilvermeeuw.example`, role: 'member' })
    const hers = colleague.page
    for (const one of [visitor, colleague]) one.context.setDefaultTimeout(25_000)
    const said = bluesky.post({
      text: `Zilvermeeuw lost my suitcase. ${customer}`,
      by: { handle: `${handle}.example`, displayName: customer },
    })
    const found = async () =>
      (await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })).items.find(
        ({ author }) => author?.name === customer,
      )
    await until(page, async () => (await found()) !== undefined)
    const { id = '', key = '' } = (await found()) ?? {}
    const newest = async () =>
      (await call(visitor, 'GET /api/conversations/{id}', { params: { id } })).replies
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        .at(-1)
    const answer = hers.getByRole('textbox', { name: say('Your answer') })
    const write = async (words: string) => {
      await answer.waitFor()
      await hers.keyboard.press('r')
      await answer.and(hers.locator(':focus')).waitFor()
      await hers.keyboard.press('Control+a')
      await hers.keyboard.type(words)
      await hers.keyboard.press('Control+Enter')
      await until(hers, async () => {
        const reply = await newest()
        return reply?.text === words && reply.state === 'awaits_approval'
      })
    }

    await hers.goto(`/inbox/all/${key}`)
    await page.goto('/inbox/mine')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await write('Sorry, we lost it.')
    // One does not approve what one wrote: the key does nothing to it.
    await hers.goto(`/inbox/all/${key}`)
    await thread(hers).getByText('Sorry, we lost it.').first().waitFor()
    await hers.keyboard.press('y')
    assert.equal((await newest())?.state, 'awaits_approval')

    const view = page.getByRole('link', { name: new RegExp(`^${say('To approve')}`, 'u') }).first()
    await view.getByText('1', { exact: true }).waitFor()
    await page.keyboard.press('3')
    await page.waitForURL(`**/inbox/approve/${key}`)
    const asked = card(page, customer)
    await asked.getByText(writer).first().waitFor()
    await thread(page).locator('[data-deciding]').waitFor()
    await shoot(page, `to-approve-${lang}`)
    await page.keyboard.press('c')
    await page
      .getByRole('textbox', { name: say('What should change') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type('Say what we do about it.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(say('Nothing to approve')).waitFor()
    assert.equal((await newest())?.state, 'undone')

    await thread(hers).getByText('Say what we do about it.').first().waitFor()
    await write('Sorry. We look for it today.')
    await asked.waitFor()
    await thread(page).getByText('Sorry. We look for it today.').first().waitFor()
    // Changed while it is being looked at: what was asked about is void, and there is nothing to say yes to.
    await hers.goto(`/inbox/all/${key}`)
    await hers.getByRole('button', { name: say('Take it back') }).focus()
    await hers.keyboard.press('Enter')
    await until(page, async () => (await newest())?.state === 'undone')
    await thread(page).locator('[data-deciding]').waitFor({ state: 'detached' })
    await page.keyboard.press('y')
    assert.equal((await newest())?.state, 'undone')
    const words = `Sorry, ${customer}. We look for it today, and write to you tonight.`
    await write(words)
    await thread(page).getByText(words).first().waitFor()

    await doByName(page, say, say('Stop everything that goes out…'))
    const stopping = page.getByRole('dialog', { name: say('Stop everything that goes out') })
    await stopping.getByRole('textbox').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Wrong figures')
    await page.keyboard.press('Enter')
    for (const one of [page, hers]) await one.locator('[data-stop]').getByText('Wrong figures').waitFor()

    await thread(page).locator('[data-deciding]').waitFor()
    await page.keyboard.press('y')
    await until(page, async () => (await newest())?.state === 'held')
    assert.deepEqual(bluesky.answersTo(said.uri), [], 'nothing leaves while all is stopped')

    await doByName(page, say, say('Resume sending…'))
    const resuming = page.getByRole('dialog', { name: say('Resume sending') })
    // How much waits is counted anew when one asks to resume: what can become of it may stand there a moment later.
    await resuming.locator('[data-first]').waitFor()
    for (let tabs = 0; tabs < 6 && (await resuming.locator('[data-first]:focus').count()) === 0; tabs += 1)
      await page.keyboard.press('Tab')
    await resuming.locator('[data-first]:focus').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await resuming.locator('input[value=send]:checked').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('0')
    await page.keyboard.press('Enter')
    await resuming.waitFor({ state: 'detached' })
    await until(page, async () => (await newest())?.state === 'sent')
    assert.deepEqual(bluesky.answersTo(said.uri), [words])
    const { approval } = (await newest()) ?? {}
    assert.deepEqual([approval?.outcome, approval?.by?.name], ['approved', noor.name])
  })
