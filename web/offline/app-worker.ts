import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { dropToast, showToast } from '#web/parts/toast.tsx'

const toastId = 'new-version'
const lookEveryMs = 3_600_000
const takeOverMsMax = 5_000
/** While a new version waits, how often it is seen whether somebody writes: what React empties sends no event. */
const writingEveryMs = 500

let script: string | undefined
let registration: ServiceWorkerRegistration | undefined
let isOffered = false

/**
 * Registers the worker that serves the pages without a network, and offers a new version when one waits.
 *
 * @returns whether it serves this page: without TLS, but for localhost, a browser has none, and a forced reload goes past it.
 */
export async function startAppWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false
  if (registration) return await servesThisPage()
  // A name of a policy is given once a page.
  script ??= scriptUrl('/sw.js')
  registration = await navigator.serviceWorker.register(script, { updateViaCache: 'none' }).catch(() => undefined)
  if (!registration) return false
  registration.addEventListener('updatefound', () => {
    registration?.installing?.addEventListener('statechange', offerWaiting)
  })
  offerWaiting()
  setInterval(() => void lookForUpdate(), lookEveryMs)
  await navigator.serviceWorker.ready
  return await servesThisPage()
}

/** A worker that has just begun takes the page over a moment later. */
async function servesThisPage(): Promise<boolean> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return true
  return await new Promise((resolve) => {
    setTimeout(() => resolve(serviceWorker.controller !== null), takeOverMsMax)
    serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true })
  })
}

/** A server that was away may have come back as a newer one. */
export async function lookForUpdate(): Promise<void> {
  await registration?.update().catch(() => {})
}

function offerWaiting(): void {
  // The first one has nobody to replace.
  if (!registration?.waiting || !registration.active || isOffered) return
  isOffered = true
  const look = (): void => (isWriting() ? dropToast(toastId) : offer())
  look()
  setInterval(look, writingEveryMs)
}

let isShown = false

export function offer(): void {
  if (isShown) return
  isShown = true
  showToast({
    id: toastId,
    text: i18n._(msg`A new version is ready.`),
    stays: true,
    whenDropped: () => {
      isShown = false
    },
    action: { label: i18n._(msg`Load it`), run: takeOver },
  })
}

/**
 * Loaded anew once the new worker serves: the page and its files are of one build. A browser lets the old one finish what it does,
 * minutes if need be; then the page is loaded without it, for the old worker too asks the server for the page first.
 */
function takeOver(): void {
  const waiting = registration?.waiting
  // Another window was quicker.
  if (!waiting) {
    window.location.reload()
    return
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') window.location.reload()
  })
  waiting.postMessage('take over')
  setTimeout(() => window.location.reload(), takeOverMsMax)
}

/** Words in any field of several lines: an answer, a note, a form. Nothing asks to be loaded anew over them. */
function isWriting(): boolean {
  return [...document.querySelectorAll('textarea')].some((field) => field.value.trim() !== '')
}

/** The page's policy wants to know that the address of a script is meant. */
function scriptUrl(path: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy('wederhoor', { createScriptURL: (url) => url }).createScriptURL(path) ?? path
}

/** As far as it is used here; TypeScript does not know it yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string }
}
