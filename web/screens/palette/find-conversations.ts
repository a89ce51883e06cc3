import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { numberOfKey } from '#domain/conversation.ts'
import { ask, isProblem } from '#web/api.ts'

/** `lang`: of the title, as an element says it; empty where it could not be told. */
export type FoundConversation = { key: string; title: string; lang: string; detail: string }

const typingPauseMs = 200
const lettersMin = 2
const shownMax = 8
const staleMs = 30_000
/** Whatever state it is in: open, put away or done. */
const views = ['all', 'waiting', 'done', 'noise'] as const

type Found = { conversations: readonly FoundConversation[]; state: 'idle' | 'looking' | 'found' | 'failed' }

/** Asks the server for conversations with these words, a moment after the last key; by its key too. */
export function useFoundConversations(typed: string): Found {
  const words = usePaused(typed.trim())
  const isAsked = words.length >= lettersMin
  const { data, isError } = useQuery({
    queryKey: ['palette', words],
    queryFn: ({ signal }) => find(words, signal),
    enabled: isAsked,
    staleTime: staleMs,
    retry: false,
  })
  const isTyping = typed.trim() !== words && typed.trim().length >= lettersMin
  if (!isAsked && !isTyping) return { conversations: [], state: 'idle' }
  if (isError && !isTyping) return { conversations: [], state: 'failed' }
  return { conversations: data ?? [], state: data && !isTyping ? 'found' : 'looking' }
}

async function find(words: string, signal: AbortSignal): Promise<FoundConversation[]> {
  const number = /^\d+$/u.test(words) ? Number(words) : numberOfKey(words)
  const [byKey, ...pages] = await Promise.all([
    number === undefined ? undefined : byNumber(number, signal),
    ...views.map((view) => ask('GET /api/conversations', { query: { view, q: words, limit: shownMax } }, signal)),
  ])
  const found = pages.flatMap(({ items }) => items.map(foundOf))
  return [...(byKey ? [byKey] : []), ...found.filter(({ key }) => key !== byKey?.key)].slice(0, shownMax)
}

async function byNumber(number: number, signal: AbortSignal): Promise<FoundConversation | undefined> {
  try {
    return foundOf(await ask('GET /api/conversations/{id}', { params: { id: `WH-${number}` } }, signal))
  } catch (error) {
    if (isProblem(error, 'not_found')) return undefined
    throw error
  }
}

function foundOf({ key, title, lang, author }: Pick<Row, 'key' | 'title' | 'lang' | 'author'>): FoundConversation {
  const name = author?.name || author?.handle
  return { key, title, lang: lang === 'und' ? '' : lang, detail: name ? `${name} · ${key}` : key }
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
