/**
 * What the worker uses of its own world. TypeScript's types of workers and of pages exclude each other in one program, so the few
 * that are needed stand here.
 */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
export type FetchEvent = Extendable & { request: Request; respondWith(answer: Promise<Response>): void }
export type PushEvent = Extendable & { data: { json(): unknown } | null }
export type NotificationClickEvent = Extendable & { notification: { data: unknown; close(): void } }
type Events = {
  install: Extendable
  activate: Extendable
  fetch: FetchEvent
  push: PushEvent
  notificationclick: NotificationClickEvent
  message: Event & { data: unknown }
}
type Window = { readonly url: string; focus(): Promise<unknown>; navigate(url: string): Promise<unknown> }
type Notice = {
  body?: string
  tag?: string
  icon?: string
  silent?: boolean
  requireInteraction?: boolean
  renotify?: boolean
  data?: unknown
}

type WorkerScope = {
  addEventListener<K extends keyof Events>(kind: K, hear: (event: Events[K]) => void): void
  skipWaiting(): Promise<void>
  registration: { showNotification(title: string, options: Notice): Promise<void> }
  clients: {
    claim(): Promise<void>
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>
    openWindow(url: string): Promise<unknown>
  }
}

// The global of a service worker is what the browser makes it.
export const worker = globalThis as unknown as WorkerScope
