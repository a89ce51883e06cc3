// Answering well, by keyboard alone and in both languages: begun with a snippet, mended, stopped, sent all the same; and not answered, with a reason.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, forFirstReason, openConversation, openStage, thread, type Visit, visit } from './stage.ts'
import { tabTo } from './tab-to.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })

/** Of a menu. */
const arrowsMost = 40

const conversationOf = async ({ visitor }: Visit, view: 'all' | 'done', name: string) => {
  const { items } = await call(visitor, 'GET /api/conversations', { query: { view } })
  const row = items.find((one) => one.author?.name === name)
  return row && (await call(visitor, 'GET /api/conversations/{id}', { params: { id: row.id } }))
}

const said = {
  en: {
    lost: 'Zilvermeeuw lost my suitcase again and nobody picks up the phone, I am furious.',
    dull: 'The seats of Zilvermeeuw are grey these days, and so is the coffee.',
    snippet: 'What a pity about your suitcase. With your number {tag} we look where it is.',
    sought: 'suitc',
    offer: ' Order today and get 20% off your next flight.',
    reason: 'Agreed with marketing.',
  },
  nl: {
    lost: 'Zilvermeeuw is mijn koffer weer kwijt en niemand neemt de telefoon op, ik ben woedend.',
    dull: 'De stoelen van Zilvermeeuw zijn grijs tegenwoordig, en de koffie ook.',
    snippet: 'Wat vervelend van je koffer. Met je nummer {label} kijken we waar hij is.',
    sought: 'koff',
    offer: ' Bestel nu met 20% korting op je volgende vlucht.',
    reason: 'Met marketing besproken.',
  },
} as const

const people = { en: ['Anna Bell', 'Otto Kerr'], nl: ['Anna Dekker', 'Otto Visser'] } as const
const by = (displayName: string) => ({ handle: `${displayName.replace(' ', '-').toLowerCase()}.example`, displayName })

for (const lang of ['en', 'nl'] as const satisfies Lang[]) {
  const words = said[lang]
  const [anna, otto] = people[lang]

  test(`by keyboard, in ${lang}: a snippet becomes an answer, a check is mended, the gate stops it and it goes all the same, as it was sent`, async (t) => {
    const seen = await visit(t, stage, { lang, undoSeconds: 0 })
    const { page, say, bluesky, visitor } = seen
    await plain(visitor)
    visitor.expect(/status of 400/)
    await call(visitor, 'POST /api/snippets', {
      body: {
        ...{ name: `Bagage ${lang}`, tags: [], state: 'live', ownerId: null, expiresAt: null },
        wordings: [{ lang, network: null, texts: [words.snippet] }],
      },
    })
    const post = bluesky.post({ text: words.lost, by: by(anna) })
    await openConversation(page, 'all', anna)
    await page.keyboard.press('r')
    const answer = page.getByRole('textbox', { name: say('Your answer') })
    await answer.and(page.locator(':focus')).waitFor()

    await page.keyboard.type(`;${words.sought}`)
    await page.getByRole('option', { name: `Bagage ${lang}` }).waitFor()
    await page.keyboard.press('Enter')
    // The gap is selected: what is typed stands in its place.
    const gap = /\{\w+\}/
    await until(page, async () =>
      gap.test(
        await answer.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd)),
      ),
    )
    await page.keyboard.type('KL12')
    const begun = words.snippet.replace(gap, 'KL12')
    assert.equal(await answer.inputValue(), begun)

    // Behind a name it goes on in the middle of a sentence.
    const mended = `Anna, ${begun.replace(/^W/u, 'w')}`
    await page.getByRole('button', { name: say('Name missing') }).waitFor()
    // While the spelling of it comes in, what is found is drawn anew, and the key may find nothing to mend.
    await until(page, async () => {
      if ((await answer.inputValue()) === begun) await page.keyboard.press('Control+.')
      return (await answer.inputValue()) === mended
    })
    await page.getByRole('button', { name: say('By name') }).waitFor()

    await page.keyboard.press('Control+End')
    await page.keyboard.type(words.offer)
    const stopped = page.getByRole('region', { name: say('What stops this answer') })
    await stopped.waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await page.getByText(say('Not sent. Your text is kept; what stops it stands below it.')).waitFor()
    assert.deepEqual(bluesky.answersTo(post.uri), [])
    await tabTo(page, stopped.getByRole('button', { name: say('Send all the same…') }))
    await page.keyboard.press('Enter')
    await page
      .getByRole('textbox', { name: say('Why it may go this time') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type(words.reason)
    await shoot(page, `answer-well-${lang}`)
    await page.keyboard.press('Enter')
    const whole = `${mended}${words.offer}`
    await until(page, async () => bluesky.answersTo(post.uri).includes(whole))
    await thread(page).getByText(words.reason).waitFor()
    const kept = await conversationOf(seen, 'all', anna)
    assert.equal(kept?.state, 'open', 'it was sent to stay open')
    assert.equal(kept.replies[0]?.override?.reason, words.reason)
    const { snippets } = await call(visitor, 'GET /api/snippets', {})
    assert.equal(snippets.find(({ name }) => name === `Bagage ${lang}`)?.uses, 1)
  })

  test(`by keyboard, in ${lang}: closing without an answer asks why; the filter finds it by that, and the person's page says it`, async (t) => {
    const seen = await visit(t, stage, { lang })
    const { page, say, bluesky, visitor } = seen
    await plain(visitor)
    bluesky.post({ text: words.dull, by: by(otto) })
    await openConversation(page, 'all', otto)
    await page.keyboard.press('e')
    await forFirstReason(page)
    await until(page, async () => (await conversationOf(seen, 'done', otto))?.silence?.kind === 'silence')
    const silence = (await conversationOf(seen, 'done', otto))?.silence
    const reason = silence?.reason?.name ?? ''
    assert.notEqual(reason, '')

    await page.goto('/inbox/done')
    await card(page, otto).waitFor()
    await page.keyboard.press('f')
    const entry = page.getByRole('menuitem', { name: reason, exact: true })
    await entry.waitFor()
    for (let pressed = 0; !(await entry.evaluate((one) => one === document.activeElement)); pressed += 1) {
      assert.ok(pressed < arrowsMost, 'the arrows lead to every reason')
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('silence') === silence?.reason?.id)
    await card(page, otto).waitFor()
    await shoot(page, `answer-well-silent-${lang}`)

    const author = (await conversationOf(seen, 'done', otto))?.messages[0]?.author.id ?? ''
    await page.goto(`/people/${author}`)
    await page.getByText(say('deliberately not answered: {silence}', { silence: reason })).waitFor()
  })
}

test('by hand: what the gate stops is on no clipboard; sent all the same it is, and the page that it answers opens', async (t) => {
  const seen = await visit(t, stage)
  const { page, say, bluesky, visitor } = seen
  await plain(visitor)
  visitor.expect(/status of 400/)
  visitor.expect(/a window opened/)
  page.on('popup', (popup) => void popup.close())
  for (const { id } of await call(visitor, 'GET /api/accounts', {}))
    await call(visitor, 'DELETE /api/accounts/{id}', { params: { id } })
  const lou = 'Lou Hand'
  bluesky.post({ text: 'Zilvermeeuw, why is the queue so long every single morning?', by: by(lou) })
  await openConversation(page, 'all', lou)
  await page.evaluate(() => navigator.clipboard.writeText('before'))
  await page.keyboard.press('r')
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.and(page.locator(':focus')).waitFor()
  const words = 'Lou, order today and get 20% off your next flight.'
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await page.getByText(say('Not sent. Your text is kept; what stops it stands below it.')).waitFor()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  assert.equal(await copied(), 'before')
  const stopped = page.getByRole('region', { name: say('What stops this answer') })
  await tabTo(page, stopped.getByRole('button', { name: say('Send all the same…') }))
  await page.keyboard.press('Enter')
  await page
    .getByRole('textbox', { name: say('Why it may go this time') })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.type('Agreed.')
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  await opened
  await page.getByRole('button', { name: say('Copy the answer') }).waitFor()
  await page.bringToFront()
  assert.equal(await copied(), words)
})
