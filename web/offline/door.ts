import { useSyncExternalStore } from 'react'
import type { Offline } from './open-offline.ts'

/** What works without a connection is fetched after the first screen, or when it is first needed. */
let opening: Promise<Offline | undefined> | undefined
let opened: Offline | undefined

/** Undefined where it cannot be had: no connection, and this browser never fetched it. Then all is as it would be without. */
export function openOffline(): Promise<Offline | undefined> {
  opening ??= import('./open-offline.ts')
    .then((file) => file.openOffline())
    .then((offline) => {
      opened = offline
      return offline
    })
    .catch(() => {
      opening = undefined
      return undefined
    })
  return opening
}

export function offlineNow(): Offline | undefined {
  return opened
}

/** What waits in this browser about a conversation. `reply`: the key of an answer among it. */
export type Mark = { isRefused: boolean; reply: string | undefined }
export type Marks = ReadonlyMap<string, Mark>

let marks: Marks = new Map()
const listeners = new Set<() => void>()

export function setMarks(next: Marks): void {
  marks = next
  for (const listener of listeners) listener()
}

/** By conversation: what was decided here and has not reached the server. */
export function useMarks(): Marks {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => marks,
  )
}

let keptCount = 0
const keptListeners = new Set<() => void>()

/** What stands on screen came out of this browser now, or no longer does. */
export function tellKept(): void {
  keptCount += 1
  for (const listener of keptListeners) listener()
}

/** Looks again whenever `keptAt` of the open `Offline` may say something else. */
export function useKept(): void {
  useSyncExternalStore(
    (listener) => {
      keptListeners.add(listener)
      return () => keptListeners.delete(listener)
    },
    () => keptCount,
  )
}

export function isQueued(conversationId: string): boolean {
  return marks.has(conversationId)
}

let isLeaving = false
const leavingListeners = new Set<() => void>()

/** Somebody signs out and is to be asked first: the banner comes for it, also where nothing else brings it. */
export function bringLeaving(): void {
  isLeaving = true
  for (const listener of leavingListeners) listener()
}

export function useLeaving(): boolean {
  return useSyncExternalStore(
    (listener) => {
      leavingListeners.add(listener)
      return () => leavingListeners.delete(listener)
    },
    () => isLeaving,
  )
}
