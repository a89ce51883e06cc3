import { type FakeMastodon, fakeHost, openFakeMastodon } from '#testing/fake-mastodon.ts'
import type { Hosts } from './internet.ts'
import type { Afterwards } from './last-first.ts'
import { openLoopbackServer } from './loopback-server.ts'
import { picture } from './picture.ts'

export type MastodonHere = { hosts: Hosts } & Pick<FakeMastodon, 'say' | 'answersTo'>

/** The server where a first source listens, answered on this machine. */
export async function openMastodonHere(t: Afterwards): Promise<MastodonHere> {
  const { tape, say, answersTo } = openFakeMastodon()
  const port = await openLoopbackServer(t, (request) => {
    const { pathname, search } = new URL(request.url)
    if (pathname.endsWith('.png')) return { headers: { 'content-type': 'image/png' }, body: picture }
    return tape({ ...request, url: `https://${fakeHost}${pathname}${search}` })
  })
  return { hosts: { 'mastodon.social': port, [fakeHost]: port }, say, answersTo }
}
