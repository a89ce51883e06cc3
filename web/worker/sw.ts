/**
 * Serves the pages when the network does not: the shell and its files, never an answer of the server. Those are kept in IndexedDB,
 * under the person they belong to (web/offline). Built by vite.config.ts, which fills in the names of the files of this build.
 */
import { type FetchEvent, type NotificationClickEvent, type PushEvent, worker } from './worker-scope.ts'

declare const __FILES__: readonly string[]
declare const __VERSION__: string

const shell = '/'
const beside = ['/theme.js', '/mark.svg', '/manifest.webmanifest', '/icon-192.png']
const prefix = 'wederhoor-'
const cacheName = `${prefix}${__VERSION__}`
/** Longer than this a network that does not answer is as good as none. */
const patienceMs = 4_000
/** An open page of the build before still fetches its own files: one older build stays. */
const buildsKept = 2

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()))
// Also the page that brought the first one: what it opens later must be there without a network.
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => worker.clients.claim())))
worker.addEventListener('fetch', (event) => answer(event))
worker.addEventListener('push', (event) => event.waitUntil(notify(event)))
worker.addEventListener('notificationclick', (event) => event.waitUntil(openFrom(event)))
// Only when the person said so: the page asks when nothing is being written.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})

async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  const fresh = [shell, ...beside].map((path) => new Request(path, { cache: 'no-cache' }))
  await cache.addAll([...fresh, ...__FILES__])
}

async function forgetOlder(): Promise<void> {
  // In the order in which they were made.
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(names.slice(0, Math.max(0, names.length - (buildsKept - 1))).map((name) => caches.delete(name)))
}

function answer(event: FetchEvent): void {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(shellFor(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(fileFor(request))
  else if (beside.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(pathname)))
}

/** The newest page there is; where the network is away or has gone quiet, the one that is kept. */
async function shellFor(request: Request): Promise<Response> {
  try {
    const answered = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    // Something before the server answers for it.
    return answered.status < 500 ? answered : ((await caches.match(shell)) ?? answered)
  } catch {
    return await kept(shell)
  }
}

/** Their names change with what is in them: a kept one is the right one, of whichever build. */
async function fileFor(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request))
}

async function kept(path: string): Promise<Response> {
  return (await caches.match(path)) ?? Response.error()
}

type Told = { title: string; text?: string; path?: string; tag?: string; isLoud?: boolean }

async function notify(event: PushEvent): Promise<void> {
  // Ours, and signed with our key: the browser hands over nothing else.
  const told = (event.data?.json() ?? { title: 'Wederhoor' }) as Told
  await worker.registration.showNotification(told.title, {
    body: told.text,
    tag: told.tag,
    // A page sounds and stays until it is seen; a nudge comes quietly, and takes the place of the one before it.
    silent: !told.isLoud,
    requireInteraction: told.isLoud === true,
    renotify: told.isLoud === true && told.tag !== undefined,
    icon: '/icon-192.png',
    data: told.path ?? '/inbox',
  })
}

async function openFrom(event: NotificationClickEvent): Promise<void> {
  event.notification.close()
  const path = String(event.notification.data)
  const url = new URL(path.startsWith('/') ? path : shell, location.origin)
  // A path of our own, whatever stood in the message.
  const target = url.origin === location.origin ? url.href : location.origin
  // A window stays in its workspace: one of another is not taken away from whoever works there.
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open =
    windows.find((one) => homeIn(one.url) === homeIn(target)) ?? windows.find((one) => homeIn(one.url) === undefined)
  if (!open) return void (await worker.clients.openWindow(target))
  await open.focus()
  await open.navigate(target)
}

function homeIn(url: string): string | undefined {
  return /^\/w\/[^/]+/u.exec(new URL(url).pathname)?.[0]
}
