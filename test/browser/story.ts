import type { BlueskyHere, Profile } from './bluesky-here.ts'
import type { Visitor } from './browser.ts'
import { openVisitor } from './browser.ts'
import type { House } from './house.ts'
import type { Afterwards } from './last-first.ts'
import { call, invite } from './people.ts'

type Given = { bluesky: BlueskyHere; house: House; owner: Visitor }

const said: { by: Profile; text: string; lang: string }[] = [
  {
    by: {
      handle: 'mira.example',
      displayName: 'Mira van Dam',
      followersCount: 2_140,
      description: 'Leest in treinen.',
    },
    text: 'Zilvermeeuw heeft mijn vlucht geschrapt en niemand zegt iets. Waar is mijn koffer?',
    lang: 'nl',
  },
  {
    by: { handle: 'anouk.example', displayName: 'Anouk de Boer', followersCount: 88_000 },
    text: 'If @zilvermeeuw keeps its pilots in the air for fourteen hours, somebody will get hurt. Our report on Thursday.',
    lang: 'en',
  },
  {
    by: { handle: 'piet.example', displayName: 'Piet' },
    text: 'Met de Zilvermeeuw naar Faro: vlot, vriendelijk en een stroopwafel toe. Heerlijk.',
    lang: 'nl',
  },
  {
    by: {
      handle: 'donaudampfschifffahrt.example',
      displayName: 'Anne-Sophie van der Meulen-Oosterwijk tot Boven-Hardinxveld',
    },
    text: 'Kan iemand bij Zilvermeeuw mij vertellen of een cello als handbagage mee mag? https://example.org/een/heel/lang/adres/dat/niet/wordt/afgebroken/en/maar/doorgaat',
    lang: 'nl',
  },
  { by: { handle: 'emoji.example', displayName: '🦭🌊' }, text: 'zilvermeeuw 🙃🙃🙃', lang: 'en' },
]

/** A day at an airline: departments with long names, colleagues, an account, and messages in several states. */
export async function furnish(t: Afterwards, { bluesky, house, owner }: Given): Promise<{ link: string }> {
  await call(owner, 'PATCH /api/workspace', { body: { undoSeconds: 0, brands: ['Zilvermeeuw'] } })
  await call(owner, 'POST /api/topics', { body: { name: 'Zilvermeeuw', query: 'zilvermeeuw' } })
  await call(owner, 'POST /api/sources', { body: { connector: 'bluesky', name: 'Bluesky', settings: {} } })
  await call(owner, 'POST /api/accounts', { body: { connector: 'bluesky', credentials: bluesky.credentials } })
  const colleague = await openVisitor(t, { url: house.url, lang: 'nl' })
  await invite(owner, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  await call(owner, 'POST /api/departments', { body: { name: 'Klantenservice & bagageafhandeling Schiphol' } })
  const invitation = { email: 'bob@zilvermeeuw.example', role: 'observer' } as const
  const { link = '' } = await call(owner, 'POST /api/invitations', { body: invitation })

  await bluesky.whenHeard()
  for (const { by, text, lang } of said) bluesky.post({ by, text, langs: [lang] })
  const { page } = owner
  await page.goto('/inbox/all')
  await page.getByText(`${said.length}`, { exact: true }).first().waitFor()
  const { items } = await call(owner, 'GET /api/conversations', { query: { view: 'all' } })
  const of = (name: string) => items.find(({ author }) => author?.name === name)?.id ?? ''
  const mira = await call(owner, 'GET /api/conversations/{id}', { params: { id: of('Mira van Dam') } })
  await call(owner, 'POST /api/conversations/{id}/notes', {
    params: { id: mira.id },
    body: { text: 'Vlucht ZM 412 van gisteren; de koffer staat in Faro.' },
  })
  const [mention] = mira.messages
  const [account] = mira.accounts
  const { version } = await call(owner, 'GET /api/conversations/{id}', { params: { id: mira.id } })
  await call(owner, 'POST /api/conversations/{id}/replies', {
    params: { id: mira.id },
    body: {
      mentionId: mention?.id ?? '',
      accountId: account?.id ?? null,
      text: 'Dat hoort niet, Mira. We bellen je vandaag nog.',
      thenDo: 'stay',
      version,
    },
  })
  await call(owner, 'POST /api/conversations/{id}/finish', {
    params: { id: of('Piet') },
    body: { decision: { kind: 'silence', reasonId: 'let-stand' } },
  })
  return { link }
}
