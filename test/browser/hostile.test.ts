// What strangers write is text, wherever it stands: nothing of it runs, loads or leads anywhere but to the web.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { openConversation, openStage, thread, viewOf, visit } from './stage.ts'

const stage = await openStage({ after })

const script = '<script>alert(1)</script>'
const image = '<img src=x onerror="alert(2)">'
const link = 'javascript:alert(3)'
const crooked = '‮txt.exe​'
const mallory = {
  handle: 'mallory.example',
  displayName: `Mallory ${image}`,
  description: `${script} [me](${link}) ${image}`,
  followersCount: 3,
}
const text = `zilvermeeuw ${script} ${image} ${link} data:text/html,${script} {{7*7}} \${7*7} ${crooked} https://example.org/"onmouseover="alert(4)`

const feature = (words: string, rest: Record<string, unknown>) => {
  const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(words)))
  return { index: { byteStart, byteEnd: byteStart + Buffer.byteLength(words) }, features: [rest] }
}

const record = {
  $type: 'app.bsky.feed.post',
  text,
  langs: ['en"><script>alert(5)</script>'.slice(0, 35), 'en'],
  tags: [`tag${image}`],
  facets: [
    feature(link, { $type: 'app.bsky.richtext.facet#link', uri: link }),
    feature(image, { $type: 'app.bsky.richtext.facet#link', uri: `data:text/html,${script}` }),
    feature('zilvermeeuw', { $type: 'app.bsky.richtext.facet#tag', tag: script }),
  ],
  embed: {
    $type: 'app.bsky.embed.external',
    external: { uri: 'https://example.org/a"b', title: `Title ${script}`, description: `Alt ${image}` },
  },
}

/** Everything on the page that could run, load or lead somewhere it must not. */
async function dangersOn(page: Page): Promise<string[]> {
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({
        tag: element.localName,
        name,
        value,
        url: URL.canParse(value, location.href) ? new URL(value, location.href).href : '',
      })),
    ),
  )
  const strangers = await page.locator('iframe, object, embed, base, script:not([src])').count()
  const bad = attributes.filter(isDangerous).map(({ tag, name, value }) => `${tag} ${name}=${value}`)
  return strangers > 0 ? [`${strangers} elements that do not belong here`, ...bad] : bad
}

type Attribute = { tag: string; name: string; value: string; url: string }
const places = ['href', 'src', 'action', 'formaction', 'srcset', 'poster', 'data']

function isDangerous({ tag, name, url }: Attribute): boolean {
  if (name.startsWith('on') || name === 'srcdoc') return true
  if (!places.includes(name)) return false
  const isOurs = url.startsWith(`${stage.house.url}/`)
  const isLink = tag === 'a' && name === 'href' && /^https?:/.test(url)
  return !isOurs && !isLink && !url.startsWith('data:image/')
}

test('a hostile post is shown as the text it is, and runs nothing', async (t) => {
  const { page, bluesky } = await visit(t, stage)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  bluesky.post({ by: mallory, record: { ...record, createdAt: new Date().toISOString() } })
  let view: 'all' | 'noise' | undefined
  await until(page, async () => {
    view = await viewOf(stage, 'Mallory')
    return view !== undefined
  })
  await openConversation(page, view ?? 'all', 'Mallory')
  await thread(page).getByText(script).first().waitFor()
  await thread(page).getByText(`Title ${script}`).waitFor()
  await shoot(page, 'hostile')
  assert.deepEqual(await dangersOn(page), [])
  assert.ok(!(await page.title()).includes('<b>'))
  const outside = asked.filter((url) => !url.startsWith(stage.house.url) && !url.startsWith('data:'))
  assert.deepEqual(outside, [], 'the browser asks nobody but us')
})

test('nor where it is searched for, sampled, or quoted in a query', async (t) => {
  const { page, visitor } = await visit(t, stage)
  await page.goto(`/inbox/all?q=${encodeURIComponent(`zilvermeeuw ${script}`)}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  assert.deepEqual(await dangersOn(page), [])
  await call(visitor, 'POST /api/topics', { body: { name: `Topic ${image}`, query: `"${script}"` } })
  await page.goto('/listen')
  await page.getByText(`Topic ${image}`).waitFor()
  await shoot(page, 'hostile-listen')
  assert.deepEqual(await dangersOn(page), [])
})
