// The settings, and what they do elsewhere: to oneself, to colleagues, to accounts.
import { after, test } from 'node:test'
import { openVisitor, shoot } from './browser.ts'
import { call, password } from './people.ts'
import { openStage, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const zeg = wordsIn('nl')

test('language and theme change at once, and are mine on another machine too', async (t) => {
  const { page, say, visitor, house } = await visit(t, stage)
  await page.goto('/settings/appearance')
  await page.getByRole('combobox', { name: say('Language') }).selectOption('nl')
  await page.getByRole('heading', { name: zeg('Language and look') }).waitFor()
  await page.getByRole('combobox', { name: zeg('Theme') }).selectOption('dark')
  await page.locator('html[lang=nl][data-theme=dark]').waitFor()
  await page.getByText(zeg('Saved')).first().waitFor()
  await shoot(page, 'settings-appearance-dark-nl')

  const elsewhere = await openVisitor(t, { url: house.url, as: visitor, lang: 'en', theme: 'light' })
  await elsewhere.page.goto('/settings/appearance')
  await elsewhere.page.getByRole('heading', { name: zeg('Language and look') }).waitFor()
  await elsewhere.page.locator('html[lang=nl][data-theme=dark]').waitFor()
  await call(visitor, 'PATCH /api/me', { body: { theme: 'system' } })
})

test('a name that was changed can be taken back, and a wrong password changes nothing', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  visitor.expect(/status of 40[013]/)
  await page.goto('/settings/workspace')
  const name = page.getByLabel(say('Organisation'))
  await name.fill('Zilvermeeuw Airlines')
  await page.getByRole('button', { name: say('Save the names') }).click()
  const rail = page.getByRole('complementary', { name: say('Main') })
  await rail.getByText('Zilvermeeuw Airlines').waitFor()
  await page
    .getByRole('status')
    .getByRole('button', { name: say('Undo') })
    .click()
  await rail.getByText('Zilvermeeuw Airlines').waitFor({ state: 'detached' })

  await page.getByRole('link', { name: say('Me'), exact: true }).click()
  await page.getByLabel(say('The one you have now')).fill('not this one at all')
  await page.getByLabel(say('The new one')).fill('a much better password')
  await page.getByRole('button', { name: say('Change the password') }).click()
  await page.getByText(say('The password you have now is another one. Nothing was changed.')).waitFor()
  await shoot(page, 'settings-wrong-password')
})

test('a colleague is invited by a link, joins with it, and stands in a department', async (t) => {
  const { page, say, house } = await visit(t, stage)
  await page.goto('/settings/departments')
  await page.getByLabel(say('Name')).fill('Webcare')
  await page.getByRole('button', { name: say('Add it') }).click()
  await page.getByRole('button', { name: say('Change {name}', { name: 'Webcare' }) }).waitFor()

  await page.getByRole('link', { name: say('Members') }).click()
  await page.getByLabel(say('E-mail address')).fill('teun@zilvermeeuw.example')
  await page.getByRole('combobox', { name: say('Department') }).selectOption({ label: 'Webcare' })
  await page.getByRole('button', { name: say('Make the invitation') }).click()
  const link = await page.getByLabel(say('The link')).inputValue()
  await shoot(page, 'settings-invited')

  const guest = await openVisitor(t, { url: house.url, lang: 'nl' })
  guest.expect(/status of (404|410)/)
  await guest.page.goto(link)
  await guest.page.getByLabel(zeg('Your name')).fill('Teun Maas')
  await guest.page.getByLabel(zeg('Password'), { exact: true }).fill(password)
  await shoot(guest.page, 'invitation-nl')
  await guest.page.keyboard.press('Enter')
  // Nobody finished the welcome of this house, and a member may not: the inbox is one step away.
  await guest.page.getByRole('link', { name: zeg('To the inbox') }).click()
  await guest.page.waitForURL('**/inbox/**')
  await guest.page.getByRole('link', { name: zeg('My queue') }).waitFor()
  // Whoever is there already sees who came.
  await page.getByRole('button', { name: say('Remove {name}', { name: 'Teun Maas' }) }).waitFor()

  await guest.context.clearCookies()
  await guest.page.goto(link)
  await guest.page.getByRole('heading', { name: zeg('This invitation does not work any more') }).waitFor()
  await shoot(guest.page, 'invitation-spent-nl')
})

test('an account that does not open says why, and one that is disconnected is gone', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  visitor.expect(/status of 400/)
  await page.goto('/settings/accounts')
  await page.getByRole('button', { name: say('Connect an account') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Bluesky' }).click()
  await dialog.getByLabel(/^Handle/).fill('acme.example')
  await dialog.getByLabel(/^App password/).fill('a-wrong-password')
  await dialog.getByRole('button', { name: say('Try and connect') }).click()
  await dialog.getByRole('alert').waitFor()
  await shoot(page, 'account-refused')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: say('Disconnect {handle}', { handle: '@acme.example' }) }).click()
  await dialog.getByRole('button', { name: say('Disconnect'), exact: true }).click()
  await page.getByText(say('No account yet')).waitFor()
  await shoot(page, 'account-none')
})
