// The response policy, by the keys alone and in both languages: an example that fails keeps it from holding, is mended, what would change is seen, and advice names its leaf, its way and its version.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { Policy, PolicyExample } from '#domain/policy.ts'
import { policyText } from '#domain/policy-text.ts'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { leaf } from './policy-leaf.ts'
import { openConversation, openStage, visit } from './stage.ts'

const stage = await openStage({ after })
const tabsMost = 80
const nothingNamed = { topic: [], source: [], department: [] }
const people = { en: 'Mila Frost', nl: 'Daan Kuipers' } as const

const stand = leaf('stand', 'Let it stand', { answers: false, strategy: 'let_stand', place: 'nowhere' })
const before: Policy = { name: 'House', questions: [], root: stand }
/** What comes by Bluesky is explained from now on. */
const next: Policy = {
  ...before,
  root: {
    kind: 'when',
    tests: [{ about: 'network', is: ['bluesky'] }],
    yes: leaf('explain', 'Explain it here'),
    no: stand,
  },
}
const example: PolicyExample = {
  ...{ id: 'first', says: 'The seats are grey.', facts: { network: 'bluesky' }, answers: {}, leafId: 'stand' },
}

/** As one gets there without a mouse. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    assert.ok(pressed < tabsMost, `not reached by Tab: ${wanted}`)
    await page.keyboard.press(key)
  }
}

for (const lang of ['en', 'nl'] as const)
  test(`by keyboard, in ${lang}: an example fails the publishing, is mended, and the advice is by the new version`, async (t) => {
    const { page, say, bluesky, visitor } = await visit(t, stage, { lang })
    await plain(visitor)
    visitor.expect(/status of 400/)
    const name = people[lang]
    const by = { handle: `${name.replace(' ', '-').toLowerCase()}.example`, displayName: name }
    bluesky.post({ text: `Zilvermeeuw flew me home in time, but the seats are grey. ${name}`, by })
    const found = async () =>
      (await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })).items.find(
        ({ author }) => author?.name === name,
      )
    await until(page, async () => (await found()) !== undefined)
    const held = (await call(visitor, 'GET /api/policy', {})).current?.number ?? 0
    const { number } = await call(visitor, 'POST /api/policy/versions', {
      body: { policy: before, examples: [example], note: '', basedOn: held },
    })

    await page.goto('/settings/policy')
    const tab = (label: string) => page.getByRole('tab', { name: say(label) })
    await tabTo(page, tab('Tree'))
    await page.keyboard.press('ArrowRight')
    await tab('Text').and(page.locator('[aria-selected=true]:focus')).waitFor()
    const text = page.getByRole('textbox', { name: say('The policy as text') })
    await tabTo(page, text)
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(policyText(next, lang, nothingNamed))

    // Which conversations would get other advice, before anything holds.
    const publish = page.getByRole('button', { name: say('Publish'), exact: true })
    const changes = page.getByRole('button', { name: say('What would change'), exact: true })
    await until(page, () => publish.isEnabled())
    await tabTo(page, changes)
    await page.keyboard.press('Enter')
    const which = page.locator('summary').filter({ hasText: say('Which ones') })
    await tabTo(page, which)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: new RegExp((await found())?.key ?? '-', 'u') }).waitFor()
    await shoot(page, `policy-changes-${lang}`)

    // Its example gets other advice: it does not hold.
    await tabTo(page, publish)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: example.says }).waitFor()
    assert.equal((await call(visitor, 'GET /api/policy', {})).current?.number, number)
    await tabTo(page, tab('Text'), 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await tab('Examples').and(page.locator('[aria-selected=true]:focus')).waitFor()
    const wanted = page.getByRole('combobox', { name: new RegExp(example.says, 'u') })
    await tabTo(page, wanted)
    await shoot(page, `policy-fails-${lang}`)
    await page.keyboard.type('Explain')
    await until(page, async () => (await wanted.inputValue()) === 'explain')
    await until(page, () => publish.isEnabled())
    await tabTo(page, publish)
    await page.keyboard.press('Enter')
    await page
      .getByText(say('Published as version {number}. It advises from now on.', { number: number + 1 }))
      .waitFor()

    await openConversation(page, 'all', name)
    await page.getByText('Explain it here', { exact: true }).waitFor()
    const why = page.getByText(say('Why? Policy, version {version}', { version: number + 1 }))
    await tabTo(page, why)
    await page.keyboard.press('Enter')
    const steps = page.getByRole('list', { name: say('What was asked, from the top') }).getByRole('listitem')
    await steps.first().waitFor()
    assert.match((await steps.first().textContent()) ?? '', /bluesky/iu)
    await shoot(page, `policy-advice-${lang}`)
  })
