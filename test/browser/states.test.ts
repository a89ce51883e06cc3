// Every part and every state of every screen, drawn by the pages as they are built, without anything behind them.
//
// There are no reference pictures to compare with: letters are drawn differently by each machine's fonts, and a picture that
// may differ by two per cent hides what matters. What is asserted is what is true on every machine: nothing sticks out or is
// cut, no text is too small, every control can be hit, one action is yellow, no English stands in Dutch, and axe finds nothing.
// The pictures are written to WEDERHOOR_TEST_SHOTS, for people.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openAudit, sidewaysOverflows } from './audit.ts'
import { openVisitor, shoot, shownWithinMs, sizes } from './browser.ts'
import { cutWords, primaryActions, smallTargets, smallTexts } from './geometry.ts'
import { openHouse } from './house.ts'
import type { Afterwards } from './last-first.ts'
import { englishLeaks } from './leaks.ts'
import { lasting, settled } from './settled.ts'
import type { Lang } from './words.ts'

const house = await openHouse({ after })
const audit = openAudit({ areTargetsOurs: true })
const only = process.env.WEDERHOOR_TEST_STATES
const areShot = Boolean(process.env.WEDERHOOR_TEST_SHOTS)
/** Dutch is the longer of the two: what fits a phone in Dutch fits it in English. Pictures are made of both. */
const phoneLangs: readonly Lang[] = areShot ? ['en', 'nl'] : ['nl']
const names = await namesOfStates()

/** The state `no-server` shows what React says of a screen that fell over. */
const fellOver = /ApiProblemError/

/** The sheet itself lists them, so none can be forgotten here. */
async function namesOfStates(): Promise<string[]> {
  const { page } = await openVisitor({ after }, { url: house.url })
  await page.goto('/dev/states')
  await drawn(page, 'sheet')
  const links = await page.locator('a[href^="/dev/states/"]').all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  await page.goto('about:blank')
  const all = ['', ...hrefs.map((href) => new URL(href ?? '', house.url).pathname.split('/').at(-1) ?? '')]
  return only ? all.filter((name) => new RegExp(only).test(name)) : all
}

async function draw(page: Page, name: string, lang: Lang): Promise<void> {
  await page.goto(`/dev/states/${name}?lang=${lang}&theme=light`, { waitUntil: 'domcontentloaded' })
  await drawn(page, name || 'sheet')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await settled(page)
}

/** Told by the page itself: a locator looks only twice a second, which is half an hour for all states. */
async function drawn(page: Page, name: string): Promise<void> {
  const given = { name, withinMs: shownWithinMs }
  await page.evaluate(async ({ name, withinMs }) => {
    const { documentElement } = document
    const giveUpAt = performance.now() + withinMs
    const isDrawn = (): boolean => documentElement.dataset.drawn === name
    while (!isDrawn() && performance.now() < giveUpAt) await new Promise(requestAnimationFrame)
    if (!isDrawn()) throw new Error(`The state ${name} was not drawn.`)
  }, given)
}

const measure = (page: Page, pointer: 'mouse' | 'touch'): Promise<string[]> =>
  lasting(page, () => measureNow(page, pointer))

async function measureNow(page: Page, pointer: 'mouse' | 'touch'): Promise<string[]> {
  return [
    ...(await sidewaysOverflows(page)),
    ...(await smallTexts(page)),
    ...(await cutWords(page)),
    ...(await smallTargets(page, pointer)).map((found) => `too small to hit: ${found}`),
  ]
}

async function yellowsTooMany(page: Page): Promise<string[]> {
  const yellow = await primaryActions(page)
  return yellow.length > 1 ? [`more than one yellow action: ${yellow.join(', ')}`] : []
}

const wearing = (page: Page, theme: string): Promise<void> =>
  page.evaluate((value) => {
    document.documentElement.dataset.theme = value
  }, theme)

/** One state in one language: its wrongs, each with where it was seen. */
async function lookAt(page: Page, name: string, lang: Lang): Promise<string[]> {
  const wrongs: string[] = []
  const found = (where: string, list: readonly string[]): void => {
    wrongs.push(...list.map((one) => `${name || 'sheet'}, ${where}: ${one}`))
  }
  await draw(page, name, lang)
  for (const [size, viewport] of Object.entries(sizes).filter(([one]) => one !== 'phone')) {
    await page.setViewportSize(viewport)
    found(size, await measure(page, 'mouse'))
    const isAudited = size === 'desk' && lang === 'en'
    // Another theme paints all anew: only where it is looked at.
    if (!isAudited && !areShot) continue
    for (const theme of ['dark', 'light'] as const) {
      await wearing(page, theme)
      if (isAudited) found(theme, await audit(page, theme))
      await shoot(page, `states-${name || 'sheet'}-${size}-${theme}-${lang}`)
    }
  }
  found('desk', await lasting(page, yellowsTooMany))
  if (lang === 'nl') found('nl', await englishLeaks(page))
  await page.setViewportSize(sizes.desk)
  return wrongs
}

type Look = Omit<Parameters<typeof openVisitor>[1], 'url'>

/** Every state is looked at once, by whichever of two windows is free: one waits for the page where the other measures. */
async function inTwoWindows(
  t: Afterwards,
  look: Look,
  see: (page: Page, name: string) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...names]
  const wrongs: string[] = []
  const walk = async (): Promise<void> => {
    const { page, expect } = await openVisitor(t, { url: house.url, ...look })
    expect(fellOver)
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) wrongs.push(...(await see(page, name)))
  }
  await Promise.all([walk(), walk()])
  return wrongs.toSorted()
}

for (const lang of ['en', 'nl'] as const) {
  test(`every state of every screen, with a mouse, in ${lang}`, async (t) => {
    const wrongs = await inTwoWindows(t, { lang, bypassCSP: true }, (page, name) => lookAt(page, name, lang))
    assert.deepEqual(wrongs, [], wrongs.join('\n'))
  })
}

for (const lang of phoneLangs) {
  test(`every state of every screen, by touch on a phone, in ${lang}`, async (t) => {
    const wrongs = await inTwoWindows(t, { lang, size: 'phone' }, (page, name) => lookAtPhone(page, name, lang))
    assert.deepEqual(wrongs, [], wrongs.join('\n'))
  })
}

async function lookAtPhone(page: Page, name: string, lang: Lang): Promise<string[]> {
  await draw(page, name, lang)
  for (const theme of areShot ? ['dark', 'light'] : []) {
    await wearing(page, theme)
    await shoot(page, `states-${name || 'sheet'}-phone-${theme}-${lang}`)
  }
  return (await measure(page, 'touch')).map((one) => `${name || 'sheet'}, phone: ${one}`)
}

test('a chart is read by keys, and as a table with the same figures', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  await draw(page, '', 'en')
  const chart = page.locator('[data-frame="line chart"]')
  const reading = chart.getByRole('slider', { name: 'Milder after our answer' })
  const said = (): Promise<string | null> => reading.getAttribute('aria-valuetext')
  const newest = await said()
  await reading.focus()
  await page.keyboard.press('Home')
  const first = await said()
  assert.match(first ?? '', /^4 May: Share 67, certain within 66–68, four weeks before 67$/)
  await page.keyboard.press('End')
  assert.equal(await said(), newest)
  await page.keyboard.press('ArrowLeft')
  assert.match((await said()) ?? '', /^30 May: /)
  await chart.getByRole('button', { name: 'Milder after our answer: show as a table' }).click()
  assert.equal(await chart.getByRole('row').count(), 29)
  await chart.getByRole('row', { name: '4 May 67 66–68 67', exact: true }).waitFor()
})

test('what came with a message has its place before what draws it is fetched', async (t) => {
  const { page } = await openVisitor(t, { url: house.url })
  const fetched = Promise.withResolvers<void>()
  await page.route('**/assets/media-shown-*.js', async (route) => {
    await fetched.promise
    await route.continue()
  })
  await page.goto('/dev/states/conversation-media?lang=en&theme=light')
  const kept = page.locator('[data-thread] [data-waits]:has(> span)')
  await kept.waitFor()
  const heights = (parts: Element[]): number[] => parts.map((part) => Math.round(part.getBoundingClientRect().height))
  const before = await kept.locator('> *').evaluateAll(heights)
  for (const theme of ['dark', 'light']) {
    await wearing(page, theme)
    await shoot(page, `media-kept-${theme}`)
  }
  fetched.resolve()
  const shown = page.locator('[data-thread] div:has(> figure)')
  await shown.waitFor()
  assert.deepEqual(await shown.locator('> *').evaluateAll(heights), before)
})
