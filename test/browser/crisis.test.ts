// The crisis room with four people around it, by the keys alone: two in it at once, one who observes, one who is outside.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { Answer } from '#api/contract/contract.ts'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot, type Visitor } from './browser.ts'
import { names, told, words } from './crisis-told.ts'
import { call, invite, owner as noor } from './people.ts'
import { openStage, type Visit, visit } from './stage.ts'
import { chooseByKey, letterByKey, pressByKey, tabTo } from './tab-to.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })

/** One thing of the room, by its name. */
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

type Walk = Visit & {
  lang: Lang
  lot: Visitor
  ot: Visitor
  uma: Visitor
  /** Of the incident, once it is open. */
  key: string
}

for (const lang of ['en', 'nl'] as const)
  test(`a crisis is led by two at once, by the keys alone, in ${lang}`, async (t) => {
    const seen = await visit(t, stage, { lang, undoSeconds: 0 })
    const guest = async (who: 'lot' | 'ot' | 'uma', role: 'lead' | 'member') => {
      const one = await openVisitor(t, { url: seen.house.url, lang })
      await invite(seen.visitor, one, { name: names[lang][who], email: `${who}-${lang}@zilvermeeuw.example`, role })
      await call(one, 'PATCH /api/me', { body: { practice: 'done', opensNext: false } })
      return one
    }
    const people = {
      lot: await guest('lot', 'lead'),
      ot: await guest('ot', 'member'),
      uma: await guest('uma', 'member'),
    }
    // What is refused on purpose: a room one is not in, of two at once the second, words that are not said.
    for (const one of [seen.visitor, ...Object.values(people)]) {
      one.expect(/status of (400|403|404|409)/)
      one.context.setDefaultTimeout(25_000)
    }
    const walk: Walk = { ...seen, ...people, lang, key: '' }
    walk.key = await openRoom(walk)
    await letIn(walk)
    await agreeOnLine(walk)
    const placed = await placeMessage(walk)
    await keepWordsOut(walk)
    await refuseWords(walk, placed)
    await stopAll(walk, placed)
    await keepTheClock(walk)
    await lookAlong(walk)
    await close(walk)
    await takeAlong(walk)
    // The approval ended with the incident; the stop is ended where every stop is.
    for (const { id } of await call(stage.owner, 'GET /api/stops', {}))
      await call(stage.owner, 'POST /api/stops/{id}/resume', {
        params: { id },
        body: { thenDo: 'send', spreadMinutes: 0, freshMinutes: 60 },
      })
  })

/** From a playbook: its steps are the list, its words are kept out. */
async function openRoom({ page, say, lang }: Walk): Promise<string> {
  await page.goto('/listen')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Keys are heard once the screen stands; what is pressed before that is pressed again.
  await until(page, async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.waitForTimeout(300)
    return new URL(page.url()).pathname.endsWith('/crisis')
  })
  await pressByKey(page, page.getByRole('button', { name: say('Open an incident') }))
  const dialog = page.getByRole('dialog', { name: say('Open an incident') })
  await dialog.getByLabel(say('What it is called')).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(told[lang].title)
  await page.keyboard.press('Tab')
  await page.keyboard.type(told[lang].happening)
  const playbook = dialog.getByLabel(say('Playbook'))
  await playbook.locator('option').nth(3).waitFor({ state: 'attached' })
  await chooseByKey(page, playbook, 'outage')
  const search = dialog.getByLabel(say('Search it is about'))
  const [topic] = await call(stage.owner, 'GET /api/topics', {})
  await search.locator(`option[value="${topic?.id}"]`).waitFor({ state: 'attached' })
  await chooseByKey(page, search, topic?.id ?? '')
  await shoot(page, `crisis-open-${lang}`)
  await pressByKey(page, dialog.getByRole('button', { name: say('Open the room') }))
  await page.waitForURL(/\/crisis\/INC-\d+$/)
  await page.getByRole('heading', { level: 1, name: told[lang].happening }).waitFor()
  await part(page, say('To do')).getByRole('checkbox').nth(5).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** A private room is nowhere for who is not in it; who is let in has it before them without loading anything. */
async function letIn({ page, say, lang, lot, ot, uma, key }: Walk): Promise<void> {
  for (const { page: theirs } of [lot, ot, uma]) {
    await theirs.goto('/crisis')
    await theirs.getByText(say('No incident')).waitFor()
    await theirs.goto(`/crisis/${key}`)
    await theirs.getByRole('heading', { name: say('This room is not here') }).waitFor()
  }
  for (const path of ['', '/messages', '/timeline', '/export'])
    assert.equal((await uma.context.request.get(`/api/incidents/${key}${path}`)).status(), 404)
  await pressByKey(page, page.getByRole('button', { name: say('Who, what about, and how often') }))
  const dialog = page.getByRole('dialog')
  const watching = dialog.getByLabel(say('Part of {name}', { name: names[lang].ot }))
  await watching.waitFor()
  await letterByKey(page, watching, 'observer')
  await ot.page.getByRole('heading', { level: 1, name: told[lang].happening }).waitFor()
  const comms = dialog.getByLabel(say('Communications'))
  const { members } = await call(stage.owner, 'GET /api/members', {})
  await chooseByKey(page, comms, members.find(({ name }) => name === names[lang].lot)?.id ?? '')
  await pressByKey(page, dialog.getByRole('button', { name: say('Save'), exact: true }))
  await dialog.waitFor({ state: 'detached' })
  await lot.page.getByRole('heading', { level: 1, name: told[lang].happening }).waitFor()
  const { notices } = await call(lot, 'GET /api/notices', {})
  assert.ok(notices.some(({ kind, name }) => kind === 'incident_joined' && name === key))
  assert.equal(await uma.page.getByRole('heading', { level: 1, name: told[lang].happening }).count(), 0)
}

/** Both write a version at once, and both settle one at once: of two the second hears why, in words. What is approved stands in both windows. */
async function agreeOnLine(walk: Walk): Promise<void> {
  const { page, say, lang, lot, key } = walk
  const hers = lot.page
  const { line, slow } = told[lang]
  for (const [one, text] of [
    [page, slow],
    [hers, line],
  ] as const) {
    await pressByKey(one, one.getByRole('button', { name: say('Write a version') }))
    await one.getByLabel(say('A new version')).and(one.locator(':focus')).waitFor()
    await one.keyboard.type(text)
  }
  const ask = (one: Page) => part(one, say('The line')).getByRole('button', { name: say('Ask for approval') })
  await atOnce(walk, [() => pressByKey(page, ask(page)), () => pressByKey(hers, ask(hers))])
  const proposed = (one: Page) => part(one, say('The line')).locator('[data-proposed]')
  for (const one of [page, hers]) await proposed(one).getByText(slow).waitFor()
  await part(hers, say('The line')).getByRole('alert').getByText(words(lang).lateLine).waitFor()
  assert.equal(await hers.getByLabel(say('A new version')).inputValue(), line, 'what was written is kept')
  await shoot(hers, `crisis-line-late-${lang}`)
  await pressByKey(hers, hers.getByRole('button', { name: say('Ask for approval of mine instead') }))
  for (const one of [page, hers]) await proposed(one).getByText(line).waitFor()
  assert.equal(
    await proposed(hers)
      .getByRole('button', { name: say('Approve the line') })
      .count(),
    0,
  )

  const approve = proposed(page).getByRole('button', { name: say('Approve the line') })
  await pressByKey(hers, proposed(hers).getByRole('button', { name: say('Send back…') }))
  await hers.getByLabel(say('What should be different')).and(hers.locator(':focus')).waitFor()
  await hers.keyboard.type('?')
  await atOnce(walk, [
    () => pressByKey(page, approve),
    () => pressByKey(hers, proposed(hers).getByRole('button', { name: say('Send back'), exact: true })),
  ])
  for (const one of [page, hers]) await one.locator('[data-the-line]').getByText(line).waitFor()
  await part(hers, say('The line')).getByRole('alert').getByText(words(lang).settled).waitFor()
  await shoot(hers, `crisis-line-settled-${lang}`)
  const { lines } = await call(stage.owner, 'GET /api/incidents/{id}', { params: { id: key } })
  assert.deepEqual(
    lines.map(({ number, state }) => [number, state]),
    [
      [2, 'approved'],
      [1, 'replaced'],
    ],
  )
}

/** Both stand before the same door, which opens when both have knocked; the first to knock goes first. */
async function atOnce({ house, key }: Walk, acts: readonly (() => Promise<void>)[]): Promise<void> {
  const { pool } = house.database
  const holding = await pool.connect()
  await holding.query('begin')
  await holding.query('select from incidents where number = $1 for update', [Number(key.split('-')[1])])
  try {
    for (const [at, act] of acts.entries()) {
      await act()
      const giveUpAt = Date.now() + 20_000
      for (;;) {
        const { rows } = await pool.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
        if (rows.length > at) break
        assert.ok(Date.now() < giveUpAt, 'it was not asked')
      }
    }
  } finally {
    await holding.query('commit')
    holding.release()
  }
}

type Placed = { conversation: string; uri: string }

/** What is heard about its search comes in by itself; put into a lane by one, it moves before the eyes of the other. */
async function placeMessage({ page, say, lang, lot, bluesky, key }: Walk): Promise<Placed> {
  const { customer } = names[lang]
  const hers = lot.page
  const { uri } = bluesky.post({
    langs: [lang],
    text: told[lang].heard,
    by: { handle: `${customer.replace(' ', '-').toLowerCase()}.example`, displayName: customer },
  })
  const lane = (one: Page, name: string) => part(one, name).getByRole('listitem').filter({ hasText: customer })
  const message = (one: Page) => one.locator('[data-lane]').filter({ hasText: customer })
  for (const one of [page, hers]) await message(one).waitFor()
  await letterByKey(hers, message(hers).getByRole('combobox'), 'must_answer')
  for (const name of ['Just watch', 'Must answer'] as const) {
    // The focus goes along, so that it can be put elsewhere at once.
    const before = name === 'Just watch' ? 'Must answer' : 'Just watch'
    await lane(page, say(before)).waitFor()
    await lane(hers, say(before)).getByRole('combobox').and(hers.locator(':focus')).waitFor()
    await hers.keyboard.press(say(name).charAt(0))
  }
  await lane(page, say('Must answer')).getByText(say('Put here by a colleague')).waitFor()
  await shoot(page, `crisis-room-${lang}`)
  const { lines } = await call(lot, 'GET /api/incidents/{id}/messages', { params: { id: key } })
  return { conversation: lines.find(({ author }) => author?.name === customer)?.key ?? '', uri }
}

/** Words that nobody says in it. */
async function keepWordsOut({ page, say, lang, lot }: Walk): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: say('Words we do not say') }))
  await page.keyboard.type(told[lang].word)
  await page.keyboard.press('Enter')
  await pressByKey(page, page.getByRole('button', { name: say('Save the words') }))
  await part(lot.page, say('What we do not say')).getByText(told[lang].word).waitFor()
}

/** Where one answers: the line stands there, the words stop the answer, and it says who set them. */
async function refuseWords({ say, lang, lot, bluesky, key }: Walk, { conversation, uri }: Placed): Promise<void> {
  const hers = lot.page
  const { customer } = names[lang]
  await pressByKey(hers, hers.locator('[data-lane]').getByRole('link').filter({ hasText: customer }))
  await hers.waitForURL(new RegExp(`/inbox/all/${conversation}`))
  await hers.locator('[data-line-over]').getByText(told[lang].line).waitFor()
  await hers.keyboard.press('r')
  await hers
    .getByRole('textbox', { name: say('Your answer') })
    .and(hers.locator(':focus'))
    .waitFor()
  await hers.keyboard.type(`${customer.split(' ')[0]}, ${told[lang].word}.`)
  await hers.keyboard.press('Control+Enter')
  const said = {
    en: `in incident ${key}. ${noor.name} set this.`,
    nl: `in incident ${key}. ${noor.name} stelde dit in.`,
  }[lang]
  await hers.getByText(said).first().waitFor()
  await shoot(hers, `crisis-not-said-${lang}`)
  assert.deepEqual(bluesky.answersTo(uri), [])
}

/** One act in the room: nothing goes out, and what is written waits for a second pair of eyes. */
async function stopAll({ page, say, lang, lot, bluesky, key }: Walk, { conversation, uri }: Placed): Promise<void> {
  const hers = lot.page
  await pressByKey(page, page.getByRole('button', { name: say('Stop everything…') }))
  const dialog = page.getByRole('dialog', { name: say('Stop everything, and approve what follows') })
  await dialog.getByLabel(say('Why')).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(told[lang].why)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('switch', { name: say('All replies need approval') })
    .and(page.locator(':checked'))
    .waitFor()
  await hers.locator('[data-stop]').getByText(told[lang].why).waitFor()
  const answer = hers.getByRole('textbox', { name: say('Your answer') })
  // What was refused comes back into the field when it does: until then there is nothing to take out.
  await until(hers, async () => {
    await answer.focus()
    await hers.keyboard.press('Control+a')
    await hers.keyboard.press('Delete')
    return (
      (await answer.inputValue()) === '' &&
      (await hers.getByRole('button', { name: say('Begin with the line') }).isVisible())
    )
  })
  await pressByKey(hers, hers.getByRole('button', { name: say('Begin with the line') }))
  await until(hers, async () => (await answer.inputValue()) === told[lang].line)
  await answer.focus()
  await hers.keyboard.press('Control+Enter')
  const states = async () =>
    (await call(lot, 'GET /api/conversations/{id}', { params: { id: conversation } })).replies.map(({ state }) => state)
  await until(hers, async () => (await states()).join() === 'awaits_approval')
  assert.deepEqual(bluesky.answersTo(uri), [])
  await hers.goto(`/inbox/all/${conversation}`)
  await hers.getByText(told[lang].line).last().waitFor()
  await shoot(hers, `crisis-waits-${lang}`)
  await hers.goto(`/crisis/${key}`)
}

/** Every half hour an update: late is said to everybody in the room and told to both leads; writing it starts the clock anew. */
async function keepTheClock({ page, say, lang, lot, house, key }: Walk): Promise<void> {
  await pressByKey(page, page.getByRole('button', { name: say('Who, what about, and how often') }))
  const dialog = page.getByRole('dialog')
  await chooseByKey(page, dialog.getByLabel(say('An update every')), '30')
  await pressByKey(page, dialog.getByRole('button', { name: say('Save'), exact: true }))
  await dialog.waitFor({ state: 'detached' })
  for (const one of [page, lot.page]) await one.getByText(say('Next update'), { exact: true }).waitFor()
  const { pool } = house.database
  await pool.query("update incidents set next_update_at = now() - interval '1 minute' where number = $1", [
    key.split('-')[1],
  ])
  for (const one of [page, lot.page]) await one.getByText(say('Update is late')).waitFor()
  for (const one of [stage.owner, lot])
    await until(page, async () =>
      (await call(one, 'GET /api/notices', {})).notices.some(
        (notice) => notice.kind === 'incident_due' && notice.name === key,
      ),
    )
  await shoot(lot.page, `crisis-late-${lang}`)
  await pressByKey(lot.page, lot.page.getByRole('button', { name: say('Write an update') }))
  await lot.page.getByLabel(say('Update'), { exact: true }).and(lot.page.locator(':focus')).waitFor()
  await lot.page.keyboard.type(told[lang].update)
  await pressByKey(lot.page, lot.page.getByRole('button', { name: say('Post the update') }))
  for (const one of [page, lot.page]) {
    await one.getByText(say('Next update'), { exact: true }).waitFor()
    await part(one, say('Timeline')).getByText(told[lang].update).waitFor()
  }
}

/** Who observes has all of it before them and nothing to press; who is outside still has nothing. */
async function lookAlong({ say, lang, ot, uma, key }: Walk): Promise<void> {
  const { page } = ot
  await page.locator('[data-the-line]').getByText(told[lang].line).waitFor()
  await page.locator('[data-lane]').filter({ hasText: names[lang].customer }).waitFor()
  for (const role of ['combobox', 'textbox'] as const)
    assert.equal(await page.getByRole('main').getByRole(role).count(), 0)
  // A chart can be looked at as a table.
  const buttons = await page.locator('main button:not(figure button):visible').allInnerTexts()
  assert.deepEqual(buttons, [say('Starred')], 'what stands there only to look')
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) assert.equal(await box.isDisabled(), true)
  await shoot(page, `crisis-observer-${lang}`)
  const { id } = await call(ot, 'GET /api/incidents/{id}', { params: { id: key } })
  const refused = async (one: Visitor) =>
    (
      await one.context.request.post(`/api/incidents/${id}/entries`, { data: { kind: 'decision', text: 'x', lang } })
    ).status()
  assert.deepEqual([await refused(ot), await refused(uma)], [403, 404])
  await uma.page.getByRole('heading', { name: say('This room is not here') }).waitFor()
  assert.deepEqual(await call(uma, 'GET /api/incidents', {}), [])
}

/** It asks for the whole review, and for the key typed out. */
async function close({ page, say, lang, lot, key }: Walk): Promise<void> {
  await pressByKey(page, page.getByRole('button', { name: say('Close…') }))
  const dialog = page.getByRole('dialog', { name: say('Close the incident') })
  const button = dialog.getByRole('button', { name: say('Close the incident') })
  await dialog.getByLabel(say('What we heard')).and(page.locator(':focus')).waitFor()
  for (const text of told[lang].review) {
    assert.equal(await button.isDisabled(), true)
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  assert.equal(await button.isDisabled(), true)
  await page.keyboard.type(key.toLowerCase())
  await shoot(page, `crisis-close-${lang}`)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  for (const one of [page, lot.page]) await one.getByRole('button', { name: say('Open again') }).waitFor()
}

/** The file is the audit: every line about it, in its order, and nothing else. */
async function takeAlong({ say, lang, lot, house, key }: Walk): Promise<void> {
  const { page } = lot
  await pressByKey(page, page.getByRole('link', { name: say('Export') }))
  const saving = page.waitForEvent('download')
  await pressByKey(page, page.getByRole('button', { name: say('Save as JSON') }))
  await shoot(page, `crisis-export-${lang}`)
  const saved = await saving
  assert.equal(saved.suggestedFilename(), `${key}.json`)
  const { timeline, incident } = JSON.parse(await readFile(await saved.path(), 'utf8')) as Export
  const { rows } = await house.database.pool.query<{ line: string }>(
    `select a.id || ' ' || a.action as line from audit a, incidents i where i.number = $1
       and ((a.subject_kind = 'incident' and a.subject_id = i.id::text)
         or (a.at between i.opened_at and i.closed_at and (a.action = 'sending.stop'
           or (a.action = 'reply.write' and a.conversation_id in (select c.id from conversations c where in_incident(i, c)))))) order by a.id`,
    [key.split('-')[1]],
  )
  assert.deepEqual(
    timeline.map(({ id, action }) => `${id} ${action}`),
    rows.map(({ line }) => line),
  )
  assert.ok(timeline.length >= 14)
  const { heard, did, learned } = incident.review ?? {}
  assert.deepEqual([heard, did, learned], told[lang].review)
}

type Export = Answer<'GET /api/incidents/{id}/export'>
