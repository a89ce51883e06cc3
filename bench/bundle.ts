// Kilobytes (gzip) of JavaScript that a browser fetches to show the inbox for the first time, with conversations in it.
import { join } from 'node:path'
import { bench, copyTree, openHouse, workFolder } from './house.part.ts'
import { listenTo, openNetwork } from './network.part.ts'
import { openPage } from './page.part.ts'
import { gzipKbOf, scriptsOf } from './scripts.part.ts'
import { firstVisitor, until } from './visitor.part.ts'

await bench(async () => {
  const network = await openNetwork()
  const dataFolder = join(await workFolder('bundle'), 'data')
  const house = await openHouse({
    tree: await copyTree(),
    by: 'start',
    dataFolder,
    env: { WEDERHOOR_ALLOW_INSIDE: '127.0.0.1' },
  })
  const visitor = await firstVisitor(house)
  await listenTo(network, visitor)
  for (let number = 1; number <= 5; number += 1) network.say(number)
  await until(async () => (await visitor.ask('GET /api/views')).all === 5, 20_000, 'five conversations')
  const page = await openPage(house, visitor)
  const fetched = await scriptsOf(page, `${house.url}/inbox/all`)
  const first = fetched.filter((one) => !one.isLater)
  for (const one of fetched.toSorted((a, b) => b.gzipKb - a.gzipKb))
    console.log(`${one.gzipKb.toFixed(1).padStart(7)} kB  ${one.name}${one.isLater ? ' (when idle)' : ''}`)
  const [total, withIdle] = [gzipKbOf(first), gzipKbOf(fetched)]
  const brotli = first.reduce((sum, one) => sum + one.brotliKb, 0)
  console.log(
    `${total.toFixed(1)} kB gzip in ${first.length} files until the first conversation is there, ${withIdle.toFixed(1)} kB in ${fetched.length} with what ` +
      `is fetched when idle; the browser itself gets brotli: ${brotli.toFixed(1)} kB`,
  )
  return { inboxJsGzipKb: total, inboxJsFiles: first.length, withIdleGzipKb: withIdle }
})
