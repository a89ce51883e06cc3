// What can be found by name: conversations, people, departments, settings.
import { after, test } from 'node:test'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, openConversation, openStage, thread, visit } from './stage.ts'

const stage = await openStage({ after })

test('the palette finds conversations by words and key, people, departments and settings', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await call(visitor, 'POST /api/departments', { body: { name: 'Bagage' } })
  bluesky.post({ text: 'Zilvermeeuw broke my bassoon.', by: { handle: 'finn.example', displayName: 'Finn Vaas' } })
  bluesky.post({ text: 'Zilvermeeuw, hello.', by: { handle: 'gus.example', displayName: 'Gus Mol' } })
  await openConversation(page, 'all', 'Finn Vaas')
  await openConversation(page, 'all', 'Gus Mol')
  await card(page, 'Finn Vaas').click()
  await thread(page).getByText('broke my bassoon').waitFor()
  await card(page, 'Gus Mol').click()
  await thread(page).getByText('hello').waitFor()
  const { items } = await call(visitor, 'GET /api/conversations', { query: { view: 'all', q: 'bassoon' } })
  const [talk] = items
  await call(visitor, 'POST /api/conversations/{id}/finish', {
    params: { id: talk?.id ?? '' },
    body: { decision: { kind: 'silence', reasonId: 'let-stand' } },
  })
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: say('Find or do') })
  const option = (name: string | RegExp) => palette.getByRole('option', { name })
  await palette.getByText(say('Where you were')).waitFor()
  await option(/bassoon/)
    .first()
    .waitFor()
  await shoot(page, 'palette-start')
  await page.goto('/inbox/mine')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.keyboard.press('Control+k')
  const field = palette.getByRole('combobox')
  for (const [words, finds] of [
    ['bassoon', /Finn Vaas · WH-\d+/],
    [talk?.key ?? '', /Finn Vaas/],
    ['bagage', /Bagage/],
    ['noor', /Noor de Wit/],
    ['keyboard', say('Keyboard')],
    ['waiting', say('Waiting')],
  ] as const) {
    await field.fill(words)
    await option(finds).first().waitFor()
    if (words === 'bassoon') await shoot(page, 'palette-found')
  }
  await field.fill('nobody ever said this')
  await palette.getByText(say('Nothing of that name, and nobody said it. Try another word.')).waitFor()
  await shoot(page, 'palette-empty')
  await field.fill('bassoon')
  await option(/Finn Vaas/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await thread(page).getByText('broke my bassoon').waitFor()
})
