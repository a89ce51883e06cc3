// A rumour by the keys alone: written and tried, approved by a colleague, heard again, and answered where it is told.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { SaidPost } from '#testing/fake-jetstream.ts'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { call, invite } from './people.ts'
import { people, rumours } from './rumours-told.ts'
import { openStage, type Visit, visit } from './stage.ts'
import { chooseByKey, pressByKey, tabTo } from './tab-to.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })

type Walk = Visit & { lang: Lang; theirs: Page }

for (const lang of ['en', 'nl'] as const)
  test(`a rumour is written, found and answered, by the keys alone, in ${lang}`, async (t) => {
    const seen = await visit(t, stage, { lang, undoSeconds: 0 })
    const lead = await openVisitor(t, { url: stage.house.url, lang })
    const email = `lead-${lang}@zilvermeeuw.example`
    await invite(stage.owner, lead, { name: people[lang].lead, email, role: 'lead' })
    for (const one of [seen.visitor, lead])
      await call(one, 'PATCH /api/me', { body: { practice: 'done', opensNext: false } })
    const walk: Walk = { ...seen, lang, theirs: lead.page }
    await sayOnNetwork(walk, 'first', rumours[lang].before)
    await openForm(walk)
    await writeMarks(walk)
    await tryMarks(walk)
    await save(walk)
    await agreeOnAnswer(walk)
    const told = await hearItAgain(walk)
    await judge(walk)
    await answerWhoTells(walk, told)
    await answerNobodyWhoDenies(walk)
    await seeItsSpread(walk)
  })

type Role = keyof (typeof people)['en']

async function sayOnNetwork({ page, lang, bluesky }: Walk, role: Role, text: string): Promise<SaidPost> {
  const displayName = people[lang][role]
  const handle = `${displayName.replace(' ', '-').toLowerCase()}.example`
  const said = bluesky.post({ langs: [lang], text, by: { handle, displayName } })
  await until(page, async () => {
    const { items } = await call(stage.owner, 'GET /api/conversations', { query: { view: 'all' } })
    const { items: noise } = await call(stage.owner, 'GET /api/conversations', { query: { view: 'noise' } })
    return [...items, ...noise].some(({ author }) => author?.name === displayName)
  })
  return said
}

/** From the crisis rooms, where rumours are one key further. */
async function openForm({ page, say, lang }: Walk): Promise<void> {
  await page.goto('/crisis')
  await pressByKey(page, page.getByRole('link', { name: say('Rumours') }))
  await page.getByRole('heading', { level: 1, name: say('Rumours') }).waitFor()
  await pressByKey(page, page.getByRole('link', { name: say('New rumour') }))
  const { title, wordings, source } = rumours[lang]
  await tabTo(page, page.getByLabel(say('What is told, in your words')))
  await page.keyboard.type(title)
  await chooseByKey(page, page.getByLabel(say('Is it so?')), 'untrue')
  assert.equal(await page.getByLabel(say('Told in')).inputValue(), lang)
  await tabTo(page, page.getByLabel(say('How it is told, one a line')))
  await page.keyboard.type(wordings.join('\n'))
  await tabTo(page, page.getByLabel(say('What we know it from, one a line')))
  await page.keyboard.type(`${source.text} ${source.url}`)
}

const line = ({ page, say }: Walk, number: number): Locator =>
  page.getByRole('textbox', { name: say('One of these, line {0}', { 0: number }) })

/** Begun from how it is told; then in one's own words. */
async function writeMarks(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  await pressByKey(page, page.getByRole('button', { name: say('Begin from how it is told') }))
  const chips = page.getByRole('group', { name: say('What it is known by') }).getByRole('button', {
    name: new RegExp(`^${say('Remove {value}', { value: '.+' })}$`),
  })
  await chips.first().waitFor()
  await shoot(page, `rumours-suggested-${lang}`)
  for (let number = 1; await line(walk, number).isVisible(); number += 1) {
    await tabTo(page, line(walk, number))
    const field = line(walk, number).locator('..')
    while ((await field.getByRole('button').count()) > 0) {
      await page.keyboard.press('Backspace')
      for (const _ of await line(walk, number).inputValue()) await page.keyboard.press('Backspace')
    }
  }
  for (const [at, group] of rumours[lang].marks.entries()) {
    if (!(await line(walk, at + 1).isVisible()))
      await pressByKey(page, page.getByRole('button', { name: say('One more line') }))
    await tabTo(page, line(walk, at + 1))
    for (const mark of group) await page.keyboard.type(`${mark},`)
  }
  await tabTo(page, page.getByLabel(say('But not where it says')))
  await page.keyboard.type(`${rumours[lang].notWhere},`)
}

/** What was heard already is found with the words that say so; what the marks do not know is said as well. */
async function tryMarks(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  const { before, wordings, missing } = rumours[lang]
  const attempt = page.getByRole('button', { name: say('Try it on what was heard') })
  await pressByKey(page, attempt)
  const found = page.getByRole('status').filter({ hasText: before })
  await found.getByText(`${say('tells it')}: Zilvermeeuw, `).waitFor()
  await found.getByText(say('Not known by these marks')).waitFor()
  assert.deepEqual(await found.getByRole('list').first().getByRole('listitem').allTextContents(), [wordings[1]])
  await shoot(page, `rumours-tried-${lang}`)
  await tabTo(page, line(walk, 3))
  await page.keyboard.type(`${missing},`)
  await page.getByText(say('The words have changed since.')).waitFor()
  await pressByKey(page, attempt)
  await page.getByText(say('The words have changed since.')).waitFor({ state: 'detached' })
  await found.waitFor()
  await found.getByText(say('Not known by these marks')).waitFor({ state: 'detached' })
}

const messages = ({ page, say }: Walk): Locator =>
  page.getByRole('region', { name: say('Messages'), exact: true }).getByRole('listitem')

/** It looks through what was heard before, by itself. */
async function save(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  const { title, before, source } = rumours[lang]
  await pressByKey(page, page.getByRole('button', { name: say('Save, and look through thirty days') }))
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByText(say('Not true')).first().waitFor()
  const link = page.getByRole('region', { name: say('What we know it from') }).getByRole('link', { name: source.text })
  assert.equal(await link.getAttribute('href'), source.url)
  await messages(walk).filter({ hasText: before }).waitFor()
  await shoot(page, `rumours-saved-${lang}`)
}

/** Written by one, approved by another before whose eyes it comes by itself. */
async function agreeOnAnswer({ page, theirs, say, lang }: Walk): Promise<void> {
  const { answer } = rumours[lang]
  await theirs.goto(new URL(page.url()).pathname)
  await theirs.getByRole('heading', { level: 1, name: rumours[lang].title }).waitFor()
  await pressByKey(page, page.getByRole('button', { name: say('Write the answer') }))
  const language = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
  await tabTo(page, page.getByLabel(say('What we answer, in {name}', { name: language })))
  await page.keyboard.type(answer)
  await pressByKey(page, page.getByRole('button', { name: say('Ask for approval') }))
  await page.getByText(say('Waits for approval')).waitFor()
  const approve = (one: Page) => one.getByRole('button', { name: say('Approve this answer') })
  await theirs.getByText(answer).waitFor()
  await pressByKey(theirs, approve(theirs))
  for (const one of [page, theirs]) {
    await one.getByText(say('Offered'), { exact: true }).waitFor()
    assert.equal(await approve(one).count(), 0)
  }
}

/** Told, asked, denied and perhaps told: each is found with the words that say so, while one looks on. */
async function hearItAgain(walk: Walk): Promise<SaidPost> {
  const { page, say, lang } = walk
  const words = rumours[lang]
  const told = await sayOnNetwork(walk, 'tells', words.tells)
  for (const role of ['asks', 'denies', 'perhaps'] as const) await sayOnNetwork(walk, role, words[role])
  const of = (role: Role) => messages(walk).filter({ hasText: people[lang][role] })
  for (const role of ['tells', 'asks', 'denies', 'perhaps'] as const) await of(role).waitFor()
  const because = async (role: Role) => (await of(role).locator('p').nth(2).textContent()) ?? ''
  const [before] = say('Because of: {words}').split('{words}')
  for (const [role, mark] of [
    ['tells', 'salmonella'],
    ['asks', words.missing.split(' ')[0] ?? ''],
  ] as const) {
    assert.ok((await because(role)).startsWith(before ?? '?'), await because(role))
    assert.match(await because(role), new RegExp(`Zilvermeeuw.*${mark}`))
  }
  await of('asks').getByText(say('asks whether it is so')).waitFor()
  await of('denies').getByText(say('says it is not so')).waitFor()
  await of('perhaps').getByText(say('Is this it?')).waitFor()
  await shoot(page, `rumours-heard-${lang}`)
  return told
}

/** What is left to a person is decided by one, and stays so. */
async function judge(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  const perhaps = messages(walk).filter({ hasText: people[lang].perhaps })
  await pressByKey(page, perhaps.getByRole('button', { name: say('Not this') }))
  await perhaps.getByText(say('This is not it')).waitFor()
  await page.reload()
  await perhaps.getByText(say('This is not it')).waitFor()
}

async function openTalk(walk: Walk, role: Role): Promise<Locator> {
  const { page, lang } = walk
  await pressByKey(page, messages(walk).filter({ hasText: people[lang][role] }).getByRole('link'))
  await page.waitForURL(/\/inbox\//)
  await page
    .locator('[data-thread]')
    .getByText(rumours[lang][role === 'denies' ? 'denies' : 'tells'])
    .waitFor()
  return page.getByRole('button', { name: walk.say('Use the answer') })
}

/** The approved answer stands ready where it is told, and leaves as it stands there. */
async function answerWhoTells(walk: Walk, { uri }: SaidPost): Promise<void> {
  const { page, say, lang, bluesky } = walk
  const { answer, title } = rumours[lang]
  const at = new URL(page.url()).pathname
  const use = await openTalk(walk, 'tells')
  await page.getByText(say('This repeats a rumour:')).waitFor()
  await page.getByRole('link', { name: title }).waitFor()
  await shoot(page, `rumours-offered-${lang}`)
  await pressByKey(page, use)
  const field = page.getByRole('textbox', { name: say('Your answer') })
  await field.and(page.locator(':focus')).waitFor()
  assert.equal(await field.inputValue(), answer)
  await page.keyboard.press('Control+Shift+Enter')
  await until(page, async () => bluesky.answersTo(uri).includes(answer))
  await page.locator('[data-thread]').getByText(answer).waitFor()
  await shoot(page, `rumours-answered-${lang}`)
  await page.goto(at)
}

/** Whoever says that it is not so needs no answer to it. */
async function answerNobodyWhoDenies(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  const at = new URL(page.url()).pathname
  const use = await openTalk(walk, 'denies')
  await page.getByText(say('This says that a rumour is not so:')).waitFor()
  assert.equal(await use.count(), 0)
  await shoot(page, `rumours-denied-${lang}`)
  await page.goto(at)
}

/** Three tell or ask it, one denies it; what was judged to be none counts no more. */
async function seeItsSpread({ page, say, lang }: Walk): Promise<void> {
  const sentence = {
    en: '3 messages tell or ask it, by 3 people; one says it is not so.',
    nl: '3 berichten vertellen of vragen het, van 3 schrijvers; één zegt dat het niet klopt.',
  }[lang]
  const chart = page.getByRole('region', { name: say('How far it went') })
  await chart.getByRole('img', { name: sentence }).waitFor()
  await tabTo(page, chart.getByRole('slider', { name: say('Messages a day') }))
  await page.keyboard.press('End')
  await shoot(page, `rumours-spread-${lang}`)
  await pressByKey(page, page.getByRole('link', { name: say('All rumours') }))
  const row = page.getByRole('listitem').filter({ hasText: rumours[lang].title })
  await row.getByText(say('Not true')).waitFor()
  await row.getByText(lang === 'en' ? '3 messages, by 3 people' : '3 berichten, van 3 schrijvers').waitFor()
  assert.equal(await row.getByText(say('No answer yet')).count(), 0)
  await shoot(page, `rumours-list-${lang}`)
}
