// The door: what one reads when the key does not fit, when it was tried too often, and when nobody answers behind it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openVisitor, shoot } from './browser.ts'
import { openHouse } from './house.ts'
import { call, owner, password, signUp } from './people.ts'
import { type Lang, wordsIn } from './words.ts'

const house = await openHouse({ after })
const host = await openVisitor({ after }, { url: house.url })
await signUp(host)
// A house that nobody finished the welcome of leads everybody there first.
await call(host, 'POST /api/welcome', { body: { names: ['Zilvermeeuw'] } })
const triesMax = 10

async function atTheDoor(t: Parameters<typeof openVisitor>[0], lang: Lang = 'en') {
  const visitor = await openVisitor(t, { url: house.url, lang })
  const { page } = visitor
  const say = wordsIn(lang)
  await page.goto('/settings/me')
  await page.waitForURL('**/sign-in**')
  await page.getByLabel(say('E-mail address')).waitFor()
  const fill = async (given: { email: string; password: string }) => {
    await page.getByLabel(say('E-mail address')).fill(given.email)
    await page.getByLabel(say('Password'), { exact: true }).fill(given.password)
    await page.getByRole('button', { name: say('Sign in') }).click()
  }
  return { visitor, page, say, fill }
}

test('a password manager finds what it needs, and the way leads to where one was going', async (t) => {
  const { page, say, fill } = await atTheDoor(t)
  const fields = await page
    .locator('form input')
    .evaluateAll((inputs) =>
      (inputs as HTMLInputElement[]).map(({ name, type, autocomplete }) => [name, type, autocomplete]),
    )
  assert.deepEqual(fields, [
    ['email', 'email', 'username'],
    ['password', 'password', 'current-password'],
  ])
  await fill({ email: owner.email, password })
  await page.waitForURL('**/settings/me')
  await page.getByRole('heading', { name: say('Me') }).waitFor()
})

test('a wrong password says so, and keeps what was typed', async (t) => {
  const { visitor, page, say, fill } = await atTheDoor(t, 'nl')
  visitor.expect(/status of 400/)
  await fill({ email: owner.email, password: 'een ander wachtwoord' })
  await page
    .getByRole('alert')
    .getByText(say('This e-mail address and password do not belong together. Look at both and try it again.'))
    .waitFor()
  assert.equal(await page.getByLabel(say('E-mail address')).inputValue(), owner.email)
  await shoot(page, 'sign-in-wrong-nl')
})

test('too many tries say how long to wait, and another address is not held up', async (t) => {
  const { visitor, page, say, fill } = await atTheDoor(t)
  visitor.expect(/status of 4(00|29)/)
  const guess = { email: 'guessed@zilvermeeuw.example', password: 'a guess of mine' }
  for (let tries = 0; tries < triesMax; tries += 1) {
    const answer = await page.request.post('/api/sign-in', { data: guess })
    assert.equal(answer.status(), 400)
  }
  await fill(guess)
  await page.getByText(/^Try again in (9|10):\d\d\.$/).waitFor()
  assert.ok(await page.getByRole('button', { name: say('Sign in') }).isDisabled())
  await shoot(page, 'sign-in-closed')
  await page.getByLabel(say('E-mail address')).fill(owner.email)
  assert.ok(await page.getByRole('button', { name: say('Sign in') }).isEnabled())
})

test('when nobody answers, nothing is lost and one can try again', async (t) => {
  const { visitor, page, say, fill } = await atTheDoor(t)
  visitor.expect(/ERR_INTERNET_DISCONNECTED/)
  await visitor.context.setOffline(true)
  await fill({ email: owner.email, password })
  await page
    .getByRole('alert')
    .getByText(say('The server does not answer. Nothing is lost; try it again when the connection is back.'))
    .waitFor()
  await shoot(page, 'sign-in-offline')
  await visitor.context.setOffline(false)
  await page.getByRole('button', { name: say('Sign in') }).click()
  await page.waitForURL('**/settings/me')
})
