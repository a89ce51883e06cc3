// Where we listen and for what: tried before it is saved, and told where a search does not read well.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { axeFindings } from './audit.ts'
import { openVisitor, shoot } from './browser.ts'
import { openFeedHere } from './feed-here.ts'
import { openHouse } from './house.ts'
import { call, invite, signUp } from './people.ts'
import { card, openConversation, openStage, thread, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const mira = { handle: 'mira.example', displayName: 'Mira van Dam' }
const els = { handle: 'els.example', displayName: 'Els' }

test('a feed is tried before it is saved, and what it says comes in', async (t) => {
  const { page, say } = await visit(t, stage)
  const text = 'Vier uur vertraging en dan een broodje kaas. Zilvermeeuw heeft wat uit te leggen.'
  const { url } = await openFeedHere(t, [{ id: 'vertraging', title: 'Vier uur in Faro', text, at: new Date() }])
  await page.goto('/listen')
  await page.getByRole('button', { name: say('New source') }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'RSS' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(url.replace('feed.xml', 'nothing'))
  await dialog.getByRole('button', { name: say('Try it') }).click()
  const tried = dialog.getByRole('region', { name: say('What would be heard') })
  await tried.waitFor()
  await shoot(page, 'source-wrong')
  assert.equal(
    await dialog.getByRole('button', { name: say('Listen here') }).count(),
    0,
    'what does not work is not saved',
  )

  await dialog.getByRole('textbox').first().fill(url)
  await dialog.getByRole('button', { name: say('Try it') }).click()
  await tried.getByText('“Reisblog”').waitFor()
  await tried.getByText('een broodje kaas').waitFor()
  await shoot(page, 'source-tried')
  await dialog.getByRole('button', { name: say('Listen here') }).click()
  await dialog.waitFor({ state: 'detached' })
  // Nobody gave it a name: it is called as it calls itself.
  await page.getByRole('heading', { name: 'Reisblog' }).waitFor()
  await shoot(page, 'sources')
  await openConversation(page, 'all', 'De reisblogger')
  await thread(page).getByText('een broodje kaas').waitFor()
})

test('a search is written as a sentence, and a message that is struck offers the word that keeps it out', async (t) => {
  const { page, say, bluesky } = await visit(t, stage, { lang: 'nl' })
  bluesky.post({ text: 'Zilvermeeuw heeft mijn koffer naar Malta gestuurd.', by: mira, langs: ['nl'] })
  bluesky.post({ text: 'Op het wad: een zilvermeeuw naast een scholekster.', by: els, langs: ['nl'] })
  await page.goto('/listen')
  await page.getByRole('link', { name: say('New search') }).click()
  await page.waitForURL('**/listen/new')
  const words = page.getByRole('textbox', { name: say('Words to hear') })
  await words.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('zilvermeeuw')
  await page.keyboard.press('Enter')
  const findings = page.getByRole('region', { name: say('What it would find') })
  const sample = findings.getByRole('list', { name: say('A sample') })
  await sample.getByText('scholekster').waitFor()
  await sample.getByText('naar Malta').waitFor()
  await findings.getByText(say('too early to say')).waitFor()

  const wrong = sample.getByRole('listitem').filter({ hasText: 'scholekster' })
  await wrong.getByRole('button', { name: say('Not about us') }).focus()
  await page.keyboard.press('x')
  await findings.getByText(/^1 door jou weggestreept/).waitFor()
  await shoot(page, 'search-struck-nl')
  await wrong.getByRole('button', { name: 'niet scholekster' }).click()
  await findings.getByText('Berichten met zilvermeeuw maar niet scholekster.').waitFor()
  await sample.getByText('scholekster').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: say('Languages') }).selectOption({ label: 'Nederlands' })
  await findings.getByText('Berichten met zilvermeeuw maar niet scholekster, in het Nederlands.').waitFor()

  // One is called after its first word unless somebody says otherwise; that name is taken here.
  const name = page.getByRole('textbox', { name: say('Name') })
  assert.equal(await name.getAttribute('placeholder'), 'zilvermeeuw')
  await name.fill('Geen vogels')
  await page.getByRole('button', { name: say('Listen for this') }).click()
  await page.waitForURL('**/listen')
  const { query } = (await call(stage.owner, 'GET /api/topics', {})).find((one) => one.name === 'Geen vogels') ?? {}
  assert.equal(query, 'zilvermeeuw NOT scholekster lang:nl')

  // What was saved is read as a sentence again, changed, and taken back.
  await page.getByRole('link', { name: 'Geen vogels', exact: true }).click()
  await page.getByRole('button', { name: say('Remove {word}', { word: 'scholekster' }) }).click()
  await page.getByRole('button', { name: say('Save'), exact: true }).click()
  await page.waitForURL('**/listen')
  await page
    .getByRole('status')
    .getByRole('button', { name: say('Undo') })
    .click()
  await page.getByText('Berichten met zilvermeeuw maar niet scholekster, in het Nederlands.').waitFor()
})

test('whoever may only look reads a search, and finds nothing to press', async (t) => {
  const { owner, house } = await visit(t, stage)
  const { page, ...visitor } = await openVisitor(t, { url: house.url })
  await invite(owner, { page, ...visitor }, { name: 'Bob Kijker', email: 'bob@zilvermeeuw.example', role: 'observer' })
  const say = wordsIn('en')
  await page.goto('/listen')
  await page.getByRole('link', { name: 'Zilvermeeuw', exact: true }).click()
  await page.getByText(say('You can read this search. A lead or an administrator can change it.')).waitFor()
  await page.getByRole('heading', { name: say('What it would find') }).waitFor()
  assert.equal(await page.getByRole('button', { name: say('Save'), exact: true }).count(), 0)
  assert.equal(await page.getByRole('textbox', { name: say('Words to hear') }).count(), 0)
  await page.goto('/listen/0197c000-0000-7000-8000-000000000000')
  await page.getByRole('heading', { name: say('This search is not here') }).waitFor()
})

test('a search that does not read well points at the very character', async (t) => {
  const { page, say } = await visit(t, stage, { lang: 'nl' })
  await page.goto('/listen/new')
  await page.getByRole('button', { name: say('Write it as a query') }).click()
  const query = page.getByRole('textbox', { name: say('Words') })
  await query.fill('zilvermeeuw AND (vertraging OR')
  const pointer = page.getByRole('button', { name: /^(bij teken|at character)/ }).first()
  await pointer.waitFor()
  await shoot(page, 'query-wrong-nl')
  assert.ok(await page.getByRole('button', { name: say('Listen for this') }).isDisabled())
  await pointer.click()
  const start = await query.evaluate((field) => (field as HTMLTextAreaElement).selectionStart)
  const place = Number(/\d+/.exec((await pointer.textContent()) ?? '')?.[0])
  assert.equal(start, place - 1, 'the caret stands where the words say')
  assert.ok(await query.evaluate((field) => field === document.activeElement))

  await query.fill('zilvermeeuw (vertraging OR koffer)')
  await pointer.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say('Show it as a sentence') }).click()
  await page.getByRole('textbox', { name: say('Words that must be there too') }).waitFor()
  await page.getByRole('textbox', { name: say('Name') }).fill('Vertraging en koffers')
  await shoot(page, 'query-right-nl')
  await page.getByRole('button', { name: say('Listen for this') }).click()
  await page.waitForURL('**/listen')
  await page.getByText('Vertraging en koffers', { exact: true }).first().waitFor()
})

test('a query has colours, is completed by key, and tells which clause let a message in', async (t) => {
  const { page, say, bluesky } = await visit(t, stage, { lang: 'nl', bypassCSP: true })
  bluesky.post({ text: 'Zilvermeeuw is mijn rugzak kwijt.', by: mira, langs: ['nl'] })
  bluesky.post({ text: 'Op het wad: een zilvermeeuw en een strandloper.', by: els, langs: ['nl'] })
  await page.goto('/listen/new')
  await page.getByRole('button', { name: say('Write it as a query') }).click()
  const box = page.getByLabel(say('Words'), { exact: true })
  const list = page.getByRole('listbox', { name: say('Suggestions') })
  await box.focus()
  await page.keyboard.type('(rugzak OR strandloper) -"aan zee" lan')
  await list.getByRole('option', { name: 'lang:' }).waitFor()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('Enter')
  await list.getByRole('option', { name: 'nl Nederlands' }).waitFor()
  await page.keyboard.press('ArrowDown')
  const pointed = page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`)
  assert.equal(await pointed.getAttribute('aria-selected'), 'true')
  await page.keyboard.type('ne')
  assert.deepEqual(await axeFindings(page), [])
  await shoot(page, 'query-offers-nl')
  await page.keyboard.press('Tab')
  await list.waitFor({ state: 'detached' })
  assert.equal(await box.inputValue(), '(rugzak OR strandloper) -"aan zee" lang:nl')
  assert.ok(await box.evaluate((field) => field === document.activeElement), 'taking is not leaving')
  const kinds = await page
    .locator('[data-piece]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.piece))
  assert.deepEqual(kinds.join(' '), 'bracket word operator word bracket not phrase field value')

  // Closed, it takes no key: Enter is a line, and Escape goes to nobody.
  await page.keyboard.type(' si')
  await list.waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  assert.ok((await box.inputValue()).endsWith(' si\n'))
  for (let i = 0; i < ' si\n'.length; i++) await page.keyboard.press('Backspace')

  const findings = page.getByRole('region', { name: say('What it would find') })
  const wrong = findings.getByRole('listitem').filter({ hasText: 'strandloper' })
  await wrong.getByRole('button', { name: say('Why this?') }).click()
  await wrong.getByText(say('In because of:')).waitFor()
  const marked = page.locator('[data-marked]')
  await marked.first().waitFor()
  assert.deepEqual(await marked.allTextContents(), ['strandloper', 'lang:', 'nl'])
  assert.deepEqual(await axeFindings(page), [])
  await shoot(page, 'query-reason-nl')
  await wrong.getByRole('button', { name: `${say('Search without')} strandloper` }).click()
  assert.equal(await box.inputValue(), 'rugzak -"aan zee" lang:nl')
  await wrong.waitFor({ state: 'detached' })
})

test('a set is written down once, asked for by its name, and stays while a search asks for it', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  visitor.expect(/status of 400/)
  await page.goto('/listen')
  const sets = page.getByRole('region', { name: say('Sets') })
  await sets.getByRole('button', { name: say('New set') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: say('Name') }).fill('products')
  await dialog.getByRole('textbox', { name: say('What is in it') }).fill('meeuwpas\nsilver card\n\nme*')
  await dialog.getByRole('button', { name: say('Save') }).click()
  await dialog.getByRole('alert').getByText('Line 3, “me*”').waitFor()
  await dialog.getByRole('textbox', { name: say('What is in it') }).fill('meeuwpas\nsilver card')
  await dialog.getByRole('button', { name: say('Save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await sets.getByText('set:products').waitFor()

  await page.goto('/listen/new')
  await page.getByRole('button', { name: say('Write it as a query') }).click()
  await page.getByLabel(say('Words'), { exact: true }).focus()
  await page.keyboard.type('set:')
  await page.getByRole('option', { name: 'products' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: say('Name') }).fill('Our products')
  await page.getByRole('button', { name: say('Listen for this') }).click()
  await page.waitForURL('**/listen')

  await sets.getByRole('button', { name: say('Change {name}', { name: 'products' }) }).click()
  await dialog.getByRole('link', { name: 'Our products' }).waitFor()
  assert.equal(await dialog.getByRole('button', { name: say('Remove…') }).count(), 0)
  assert.ok(await dialog.getByRole('textbox', { name: say('Name') }).isDisabled())
  await dialog.getByRole('textbox', { name: say('What is in it') }).fill('meeuwpas\nsilver card\ngull card')
  await dialog.getByRole('button', { name: say('Save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await sets.getByText('meeuwpas, silver card, gull card').waitFor()
})

test('the letters in colour stand where the caret is, however long the query and narrow the screen', async (t) => {
  for (const size of ['desk', 'phone'] as const) {
    const { page, say } = await visit(t, stage, { size })
    await page.goto('/listen/new')
    await page.getByRole('button', { name: say('Write it as a query') }).click()
    const box = page.getByLabel(say('Words'), { exact: true })
    await box.fill(`${Array.from({ length: 120 }, (_, i) => `"woord ${i}" OR #tag${i}`).join(' OR ')}\n`)
    await box.evaluate((field) => field.scrollTo(0, 333))
    const differing = await box.evaluate(async (field) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const layer = field.previousElementSibling as HTMLElement
      const looks = [
        'fontFamily',
        'fontSize',
        'lineHeight',
        'letterSpacing',
        'wordSpacing',
        'tabSize',
        'paddingLeft',
        'paddingTop',
      ] as const
      const [one, other] = [getComputedStyle(field), getComputedStyle(layer)]
      return [
        ...looks.filter((look) => one[look] !== other[look]),
        ...(['scrollHeight', 'scrollTop', 'clientWidth', 'clientHeight'] as const)
          .filter((side) => field[side] !== layer[side])
          .map((side) => `${side} ${field[side]} ${layer[side]}`),
      ]
    })
    assert.deepEqual(differing, [], size)
    await shoot(page, `query-long-${size}`)
  }
})

test('with no network in reach the welcome says so, and lets one go on', async (t) => {
  const house = await openHouse(t)
  const { page, ...visitor } = await openVisitor(t, { url: house.url })
  await signUp({ page, ...visitor })
  const say = wordsIn('en')
  await page.goto('/')
  await page.getByRole('textbox', { name: say('Names') }).fill('Zilvermeeuw')
  await page.keyboard.press('Enter')
  await page.getByText(say('None of the networks answers now. You can go on: each is tried again by itself.')).waitFor()
  await shoot(page, 'welcome-deaf')
  await page.getByRole('button', { name: say('Looks right, open the inbox') }).click()
  await page.waitForURL('**/inbox/unowned**')
  await page.getByText(say('Listening. Nobody has been heard yet')).waitFor()
  await shoot(page, 'inbox-first-run')
  await page.goto('/listen')
  await page.getByText(say('No source answers now; each is tried again.')).waitFor()
  await shoot(page, 'listen-deaf')
  assert.equal(await card(page, '').count(), 0)
})
