// As a program on somebody's machine: it can be installed, its sign counts, it hears a push, and a new version waits its turn.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot, type Visitor } from './browser.ts'
import { openDoorway } from './doorway.ts'
import { call } from './people.ts'
import { openConversation, openStage, thread } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const doorway = await openDoorway({ after }, stage.house.url)
const say = wordsIn('en')

/** Somebody who is signed in, at the address where the newer version will come from. */
async function atTheDoorway(t: Parameters<typeof openVisitor>[0]): Promise<Visitor> {
  return await openVisitor(t, { url: doorway.url, as: stage.owner })
}

async function ready(page: Page): Promise<void> {
  await page.locator('html[data-offline=ready]').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

test('a browser offers to install it, and its worker is looked at anew each time', async (t) => {
  const { page, context } = await atTheDoorway(t)
  await page.goto('/inbox/all')
  await ready(page)
  await page.reload()
  await page.locator('[data-inbox-list]').waitFor()
  const devtools = await context.newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window without a history is not offered anything; that is the browser's matter.
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
    [],
  )
  const worker = await page.request.get('/sw.js')
  assert.equal(worker.headers()['cache-control'], 'no-cache')
  assert.match(worker.headers()['content-type'] ?? '', /javascript/)
  const scope = await page.evaluate(() => navigator.serviceWorker.ready.then((registered) => registered.scope))
  assert.equal(scope, `${doorway.url}/`)
  const manifest = await (await page.request.get('/manifest.webmanifest')).json()
  const sizes = await page.evaluate(
    (icons: { src: string; sizes: string }[]) =>
      Promise.all(
        icons.map(async ({ src, sizes }) => {
          const picture = new Image()
          picture.src = src
          await picture.decode()
          return sizes === 'any' ? sizes : `${picture.naturalWidth}x${picture.naturalHeight}`
        }),
      ),
    manifest.icons,
  )
  assert.deepEqual(
    sizes,
    manifest.icons.map((icon: { sizes: string }) => icon.sizes),
  )
  assert.ok(manifest.icons.some((icon: { purpose: string }) => icon.purpose === 'maskable'))
})

test('its sign counts what waits for me', async (t) => {
  const { page, context } = await atTheDoorway(t)
  await context.addInitScript(() => {
    Object.assign(navigator, {
      setAppBadge: async (count: number) => document.documentElement.setAttribute('data-badge', String(count)),
    })
  })
  const mine = (await call(stage.owner, 'GET /api/views', {})).mine
  await page.goto('/inbox/mine')
  await page.locator(`html[data-badge="${mine}"]`).waitFor()
  stage.bluesky.post({ text: 'Zilvermeeuw?', by: { handle: 'tess.example', displayName: 'Tess Mulder' } })
  await openConversation(page, 'all', 'Tess Mulder')
  await page.locator(`html[data-badge="${mine}"]`).waitFor()
  await page.keyboard.press('i')
  await page.locator(`html[data-badge="${mine + 1}"]`).waitFor()
})

test('a push shows its words', async (t) => {
  const { page, context } = await atTheDoorway(t)
  await context.grantPermissions(['notifications'], { origin: doorway.url })
  await page.goto('/inbox/all')
  await ready(page)
  const devtools = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const one = registrations.find(({ scopeURL }) => scopeURL === `${doorway.url}/`)
      if (one) resolve(one.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const data = JSON.stringify({ title: 'Handed to you', text: 'By Sanne: a suitcase', path: '/c/WH-1', tag: 'WH-1' })
  const pushed = { origin: doorway.url, registrationId: await registered, data }
  // Not by waitForFunction: it takes the promise of an answer for an answer.
  const shown = () =>
    page.evaluate(async () => {
      const notices = await (await navigator.serviceWorker.ready).getNotifications()
      return notices.map(({ title, body, tag, data }) => ({ title, body, tag, data }))
    })
  // As a push service does, until it is taken: a browser drops what comes while it is too busy to start the worker.
  await until(page, async () => {
    await devtools.send('ServiceWorker.deliverPushMessage', pushed)
    return (await shown()).length > 0
  })
  assert.deepEqual((await shown())[0], {
    title: 'Handed to you',
    body: 'By Sanne: a suitcase',
    tag: 'WH-1',
    data: '/c/WH-1',
  })
})

test('a new version waits until nothing is being written, and comes when one says so', async (t) => {
  const { page } = await atTheDoorway(t)
  stage.bluesky.post({ text: 'Zilvermeeuw!', by: { handle: 'piet.example', displayName: 'Piet Bos' } })
  await openConversation(page, 'all', 'Piet Bos')
  await ready(page)
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('Dear Piet,')
  doorway.bringNewVersion()
  await page.evaluate(async () => {
    const registered = await navigator.serviceWorker.ready
    await registered.update()
    const { installing } = registered
    await new Promise<void>((resolve) => {
      if (registered.waiting) return resolve()
      installing?.addEventListener('statechange', () => installing.state === 'installed' && resolve())
    })
  })
  // The page heard of it before this did, and looked whether somebody writes.
  const offer = page.getByText(say('A new version is ready.'))
  assert.equal(await offer.count(), 0, 'nobody is disturbed over an answer')
  await answer.fill('')
  await offer.waitFor()
  await shoot(page, 'program-new-version')
  await answer.fill('And now')
  await offer.waitFor({ state: 'detached' })
  await answer.fill('')
  await offer.waitFor()
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''))
  await page.getByRole('button', { name: say('Load it') }).click()
  await page.locator('html:not([data-before])').waitFor()
  await thread(page).waitFor()
  await until(page, () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null))
})
