// The settings, and what they do elsewhere: to oneself, to colleagues, to accounts.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from './as-it-comes.ts'
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

test('opening hours are kept with what they mean, and can be taken back', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  const hours = async () => (await call(visitor, 'GET /api/session', {})).workspace?.openingHours
  await page.goto('/settings/promises')
  const turn = page.getByRole('switch', { name: say('Promises count opening hours only') })
  await turn.click()
  await page.getByRole('combobox', { name: say('Time zone') }).selectOption('America/St_Johns')
  const monday = page.getByRole('group', { name: 'Monday' })
  await monday.getByRole('textbox').last().fill('8')
  await page.keyboard.press('Tab')
  await monday.getByRole('alert').waitFor()
  const save = page.getByRole('button', { name: say('Save the opening hours') })
  assert.equal(await save.isDisabled(), true)
  await monday.getByRole('textbox').last().fill('18.30')
  await page.keyboard.press('Tab')
  await monday.getByRole('alert').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say('Copy {monday} to the weekdays', { monday: 'Monday' }) }).click()
  await page.getByRole('combobox', { name: say('Closed on the public holidays of') }).selectOption('NL')
  await page.getByText("King's Day").waitFor()
  await page.getByLabel(say('Another day')).fill('2027-05-05')
  await page.keyboard.press('Enter')
  await page.getByText(/5 May 2027/).waitFor()
  await page.getByText(/^A message of .* is due .*\.$/).waitFor()
  await save.click()
  await page.getByText(say('Saved')).first().waitFor()
  const kept = await hours()
  const ranges = kept?.week.map((day) => day.map(({ from, to }) => `${from}-${to}`).join())
  const open = '09:00-18:30'
  assert.deepEqual(ranges, [open, open, open, open, open, '', ''])
  assert.deepEqual(
    [kept?.timeZone, kept?.holidays?.country, kept?.closedDays],
    ['America/St_Johns', 'NL', ['2027-05-05']],
  )
  await shoot(page, 'settings-hours')

  await page
    .getByRole('status')
    .getByRole('button', { name: say('Undo') })
    .click()
  await page.getByText(say('Now somebody is always there: the time runs day and night.')).waitFor()
  assert.equal(await hours(), null)
})

test('a rule of promises is written, moved by its key, and taken back', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  const rules = async () => (await call(visitor, 'GET /api/session', {})).workspace?.promiseRules ?? []
  const names = async () => (await rules()).map(({ name }) => name)
  await page.goto('/settings/promises')
  await page.getByText(say('No rules yet')).waitFor()
  const add = page.getByRole('button', { name: say('Add a rule') })
  const save = page.getByRole('button', { name: say('Save the rules') })
  await add.click()
  assert.equal(await save.isDisabled(), true)
  const rule = page.getByRole('list', { name: say('Rules, in order') }).getByRole('listitem')
  await page.getByLabel(say('Name of the rule')).fill('Storing')
  await page.getByRole('combobox', { name: say('Urgency') }).selectOption({ label: say('Alarm') })
  await page.getByRole('combobox', { name: say('First answer') }).selectOption('15')
  await page.getByRole('button', { name: say('Add an action') }).click()
  await save.click()
  await page.getByText(say('Saved')).first().waitFor()
  const [kept] = await rules()
  assert.deepEqual([kept?.name, kept?.when.urgencies, kept?.minutes.first], ['Storing', [3], 15])
  assert.deepEqual(
    kept?.actions.map(({ does }) => does),
    [{ kind: 'notify', to: 'owner' }],
  )

  // What was said of the first saving is not there any more: its way back is another.
  await page.reload()
  await add.click()
  await page.getByLabel(say('Name of the rule')).fill('Lof')
  await page.getByRole('button', { name: say('Move {name} up', { name: 'Lof' }) }).press('Enter')
  await rule.first().getByText('Lof').waitFor()
  // At the top there is only one way left to go, and the focus is there.
  await page.locator('[id^=rule-down]:focus').waitFor()
  await save.click()
  await page.getByText(say('Saved')).first().waitFor()
  await until(page, async () => (await names()).length === 2)
  assert.deepEqual(await names(), ['Lof', 'Storing'])
  await shoot(page, 'settings-rules')
  await page
    .getByRole('status')
    .getByRole('button', { name: say('Undo') })
    .click()
  await until(page, async () => (await names()).length === 1)
  assert.deepEqual(await names(), ['Storing'])
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
