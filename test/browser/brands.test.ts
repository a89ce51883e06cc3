// Searches as people of ten houses would write them: each name means something else, too. What is asserted is what each finds;
// the pictures are for people.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, sidewaysOverflows } from './audit.ts'
import { shoot, sizes } from './browser.ts'
import { call } from './people.ts'
import { lasting } from './settled.ts'
import { openStage, visit } from './stage.ts'
import type { Lang, Say } from './words.ts'

const stage = await openStage({ after })
const dayMs = 86_400_000
const people = ['Mira van Dam', 'Piet', 'Anouk de Boer', 'Els', 'Joost'].map((displayName, n) => ({
  handle: `spreker${n}.example`,
  displayName,
}))
const by = (n: number) => people[n % people.length] ?? { handle: 'x.example', displayName: 'X' }

type Brand = {
  key: string
  /** As somebody types it first, and as it should be. */
  query: string
  finds: readonly string[]
  leavesOut: readonly string[]
}
const brands: readonly Brand[] = [
  {
    key: 'bank',
    query: '=ING OR "ING Bank" OR @ingnl',
    finds: ['De app van ING ligt er alweer uit.', 'Bij de ING bank sta je een uur te wachten.'],
    leavesOut: ['De reorganisatie en de betaling zijn een vergissing.', 'going, doing, ing-vormen in het Engels'],
  },
  {
    key: 'supermarket',
    query: '=Plus AND (supermarkt OR kassa OR folder) NOT "plus minus"',
    finds: ['Bij de Plus aan de kassa twee keer betaald.'],
    leavesOut: ['Drie plus vier is zeven, ook aan de kassa.', 'Plus dat het regende.'],
  },
  {
    key: 'person',
    query: '"Wouter Bos" OR "minister Bos"',
    finds: ['Interview met Wouter Bos over de zorg.'],
    leavesOut: ['Met Wouter door het bos gewandeld.'],
  },
  {
    key: 'municipality',
    query: '"gemeente Bergen" AND (Limburg OR "Nieuw-Bergen" OR Well) NOT (Egmond OR Schoorl)',
    finds: ['De gemeente Bergen in Limburg hoogt de dijk op.'],
    leavesOut: ['Gemeente Bergen sluit de parkeerplaats in Schoorl.', 'Skiën in de bergen van Limburg, dat kan niet.'],
  },
  {
    key: 'telecom',
    query: 'KPN OR #kpn OR @kpn',
    finds: ['Al twee dagen geen glasvezel van KPN.', 'Storing? #kpn', 'Lekker bezig @kpn met die monteur.'],
    leavesOut: ['kpnet is een ander bedrijf'],
  },
  {
    key: 'discounter',
    query: '=Action AND (winkel OR filiaal OR kassa OR gekocht)',
    finds: ['Bij Action een kaars gekocht die lekt.'],
    leavesOut: ['Call to action: wie helpt mee?', 'Actie in de winkel: 2 halen 1 betalen.'],
  },
  {
    key: 'fuel',
    query: '=Shell AND (tanken OR benzine OR laadpaal OR station) NOT (bash OR zsh OR Linux)',
    finds: ['Tanken bij Shell kost weer twee euro.'],
    leavesOut: ['Op dit station draait een shell met bash onder Linux.', 'Mooie schelp gevonden: a sea shell.'],
  },
  {
    key: 'liquor',
    query: '"Gall & Gall"',
    finds: ['Een goede fles bij Gall & Gall, fijn advies.', 'gall&gall was dicht, jammer'],
    leavesOut: ['Niets dan gal gespuwd vandaag.'],
  },
  {
    key: 'airline',
    query: 'transavia OR "Trans avia" OR @transavia OR #transavia',
    finds: ['Transavia vliegt weer naar Faro.'],
    leavesOut: ['Trans-Siberië Express'],
  },
  {
    key: 'hospital',
    query: '(=AMC OR "Amsterdam UMC") NOT (popcorn OR "AMC Theatres" OR Walking)',
    finds: ['In het AMC drie uur op de spoedeisende hulp.', 'Amsterdam UMC belt eindelijk terug.'],
    leavesOut: ['AMC Theatres verkoopt popcorn in emmers.'],
  },
]

/** What everybody said this week, heard by one wide search. */
async function fill(): Promise<void> {
  const texts = [...brands.flatMap(({ finds, leavesOut }) => [...finds, ...leavesOut])]
  await call(stage.owner, 'POST /api/topics', {
    body: { name: 'Alles', query: ['zilvermeeuw', ...wordsOf(texts)].join(' OR ') },
  })
  texts.forEach((text, n) => {
    stage.bluesky.post({ text, by: by(n), langs: ['nl'] })
  })
  await waitUntil(async () => {
    const { matched } = await call(stage.owner, 'POST /api/topics/check', {
      body: { query: wordsOf(texts).join(' OR ') },
    })
    return matched >= texts.length
  })
}

/** One word of each text, long enough to be nobody else's. */
function wordsOf(texts: readonly string[]): string[] {
  return [
    ...new Set(texts.map((text) => (text.match(/\p{L}{3,}/gu) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? '')),
  ]
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 60_000
  while (!(await isSo())) assert.ok(Date.now() < until, 'it takes too long')
}

function findingsOf(page: Page, say: Say) {
  const findings = page.getByRole('region', { name: say('What it would find') })
  const sample = findings.getByRole('list', { name: say('A sample'), exact: true })
  return { findings, sample }
}

async function write(page: Page, say: Say, query: string): Promise<void> {
  const box = page.getByLabel(say('Words'), { exact: true })
  await box.fill('')
  await box.focus()
  await page.keyboard.type(query)
  await page.keyboard.press('Escape')
}

async function picture(page: Page, name: string, lang: Lang): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    assert.deepEqual(await lasting(page, sidewaysOverflows), [], `${name} ${size}`)
    await shoot(page, `brand-${name}-${size}-${lang}`)
  }
  await page.setViewportSize(sizes.desk)
}

await fill()

for (const lang of ['en', 'nl'] as const) {
  test(`ten houses write their search, and see what it finds, in ${lang}`, async (t) => {
    const { page, say } = await visit(t, stage, { lang, bypassCSP: true })
    await page.goto('/listen/new')
    await page.getByRole('button', { name: say('Write it as a query') }).click()
    for (const brand of brands) {
      await write(page, say, brand.query)
      const { findings, sample } = findingsOf(page, say)
      await findings.waitFor()
      for (const text of brand.finds) await sample.getByText(text).waitFor()
      // What half the query found may stand there a moment longer.
      for (const text of brand.leavesOut) await sample.getByText(text).waitFor({ state: 'detached' })
      await picture(page, brand.key, lang)
    }
    assert.deepEqual(await axeFindings(page, 'all'), [])
  })
}

test('a search is tried on the networks, saved, and finds what was said before it', async (t) => {
  const { page, say, bluesky } = await visit(t, stage)
  const ago = (days: number) => new Date(Date.now() - days * dayMs)
  bluesky.saidBefore({ text: 'Mijn bakfiets is gestolen voor het station.', by: by(0), at: ago(2) })
  bluesky.saidBefore({ text: 'Twee bakfietsen botsten op de brug.', by: by(1), at: ago(3) })
  bluesky.saidBefore({ text: 'Een bakfiets is geen auto.', by: by(2), at: ago(12) })
  await page.goto('/listen/new')
  await page.getByRole('button', { name: say('Write it as a query') }).click()
  await write(page, say, 'bakfiets')
  const { findings } = findingsOf(page, say)
  await findings
    .getByText(say('nothing found yet'))
    .or(findings.getByText(say('too early to say')))
    .first()
    .waitFor()
  await findings.getByRole('button', { name: say('Ask the networks for seven days') }).click()
  await findings
    .getByRole('list', { name: say('Found on {name}', { name: 'Bluesky' }) })
    .getByText('gestolen')
    .waitFor()
  await shoot(page, 'search-networks')
  await page.getByRole('textbox', { name: say('Name') }).fill('Bakfietsen')
  await page.getByRole('button', { name: say('Listen for this') }).click()
  await page.waitForURL('**/listen')
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Bakfietsen' }) })
  await row.getByText(/2 messages found, back to/).waitFor()
  await shoot(page, 'search-looked-back')
  const found = await call(stage.owner, 'GET /api/conversations', { query: { view: 'all', q: 'bakfiets' } })
  assert.deepEqual(
    found.items.map(({ dueAt }) => dueAt),
    [null, null],
  )
})

test('what is pressed and goes away leaves the focus with the findings', async (t) => {
  const { page, say } = await visit(t, stage)
  await page.goto('/listen/new')
  await page.getByRole('button', { name: say('Write it as a query') }).click()
  await write(page, say, 'kpn OR glasvezel OR popcorn')
  const { sample } = findingsOf(page, say)
  const hit = sample.getByRole('listitem').filter({ hasText: 'popcorn' })
  await hit.getByRole('button', { name: say('Why this?') }).click()
  await hit.getByRole('button', { name: /^Search without/ }).press('Enter')
  await hit.waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'findings')
})
