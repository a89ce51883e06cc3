// Many who say the same are answered as one: by key from the inbox, each in their own thread with their own name.
import { after, test } from 'node:test'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { card, openConversation, openStage, visit } from './stage.ts'

const stage = await openStage({ after })
const by = (displayName: string) => ({ handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`, displayName })

test('two who say the same get an answer each, in their thread and by their name', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage, { undoSeconds: 0 })
  await plain(visitor)
  const said = (where: string) =>
    `Zilvermeeuw flight to Faro is four hours late and nobody at the desk in hall two tells us anything, ${where}`
  const posts = [
    bluesky.post({ text: said('we are still waiting'), by: by('Fay Firth') }),
    bluesky.post({ text: said('still waiting here'), by: by('Gus Gray') }),
  ]
  await openConversation(page, 'all', 'Gus Gray')
  await openConversation(page, 'all', 'Fay Firth')
  await card(page, 'Fay Firth').getByText('+1 alike').waitFor()
  await page.keyboard.press('Shift+R')
  await page.getByRole('heading', { level: 1, name: say('Answer as one') }).waitFor()
  await page
    .getByRole('textbox', { name: say('What you answer') })
    .fill('Hi {first name}, the crew is on its way to hall two.')
  await page.getByText('Hi Gus, the crew is on its way to hall two.').waitFor()
  await page.getByRole('combobox', { name: say('They leave') }).selectOption('0')
  await shoot(page, 'pile')
  await page.getByRole('button', { name: 'Answer 2 conversations' }).click()
  for (const [at, name] of ['Fay', 'Gus'].entries())
    await until(page, async () =>
      bluesky.answersTo(posts[at]?.uri ?? '').includes(`Hi ${name}, the crew is on its way to hall two.`),
    )
  await page.getByText(say('Answered.')).nth(1).waitFor()
  await shoot(page, 'pile-answered')
})
