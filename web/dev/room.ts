import { createMemoryHistory } from '@tanstack/react-router'
import { queries } from '#web/api.ts'
import type { router } from '#web/router.tsx'
import { openCannedServer } from './canned-server.ts'
import { find } from './hands.ts'
import { keepNothing } from './nothing-kept.ts'
import { specimens } from './specimens.ts'
import { houseOf } from './story/house.ts'
import type { Look } from './story/people.ts'

type Router = typeof router

/**
 * The room of states: the real pages, without a server. `/dev/states` is a sheet of all parts and a list of all states;
 * `/dev/states/<name>` is one state, drawn by the screen itself from canned answers. Must be called before anything is asked.
 */
export function openRoom(place: Location, pages: Router): void {
  const look = lookIn(place)
  const name = place.pathname.split('/')[3] ?? ''
  const specimen = specimens.find((one) => one.name === name)
  keepNothing({ 'wederhoor.lang': look.lang, 'wederhoor.theme': look.theme })
  openCannedServer(
    { ...houseOf(look), ...specimen?.answers?.(look) },
    { live: specimen?.live ?? [], welcome: specimen?.welcome ?? [] },
  )
  // A real server may be there a second later; one that fails here fails for good, and nobody should wait to see it.
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retryDelay: 0 } })
  if (!specimen) return
  // The address keeps the name of the state; the screen believes it is where it always is.
  pages.update({ ...pages.options, history: createMemoryHistory({ initialEntries: [specimen.path] }) })
  void bring(specimen)
}

/** Whoever looks, a test too, can see when it is drawn. */
async function bring(specimen: (typeof specimens)[number]): Promise<void> {
  await specimen.act?.()
  await find(specimen.shows)
  document.documentElement.dataset.drawn = specimen.name
}

function lookIn(place: Location): Look {
  const asked = new URLSearchParams(place.search)
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = asked.get('theme') ?? (isDark ? 'dark' : 'light')
  return { lang: asked.get('lang') === 'nl' ? 'nl' : 'en', theme: theme === 'dark' ? 'dark' : 'light' }
}
