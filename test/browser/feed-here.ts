import type { Afterwards } from './last-first.ts'
import { openLoopbackServer } from './loopback-server.ts'

export type Entry = { id: string; title: string; text: string; at: Date }

/** A weblog on this machine, with a feed and a page that names it. */
export async function openFeedHere(t: Afterwards, entries: readonly Entry[]): Promise<{ url: string }> {
  const port = await openLoopbackServer(t, ({ url }) => {
    if (new URL(url).pathname !== '/feed.xml') return { status: 404, body: 'Not here.' }
    return { headers: { 'content-type': 'application/atom+xml' }, body: feedOf(entries) }
  })
  return { url: `http://127.0.0.1:${port}/feed.xml` }
}

function feedOf(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, title, text, at }) =>
      `<entry><id>urn:x:${id}</id><title>${title}</title><updated>${at.toISOString()}</updated><link href="https://blog.example/${id}"/><author><name>De reisblogger</name></author><content type="html">${text}</content></entry>`,
  )
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Reisblog</title><id>urn:x</id><updated>${new Date().toISOString()}</updated>${items.join('')}</feed>`
}
