import type { RumourView } from '#api/contract/rumour-shapes.ts'
import type { RumourMarks, RumourSource, RumourState, RumourTruth, RumourWording } from '#domain/rumour.ts'

/** A rumour as it is written: lists are lines. */
export type RumourDraft = {
  title: string
  truth: RumourTruth
  state: RumourState
  ownerId: string
  lang: string
  wordings: string
  groups: readonly (readonly string[])[]
  none: readonly string[]
  sources: string
  topicIds: readonly string[]
}

const groupsShown = 3

export function draftOf(rumour: RumourView | undefined, lang: string): RumourDraft {
  const { wordings = [], sources = [], marks = { all: [], none: [] } } = rumour ?? {}
  const empty = Array.from({ length: Math.max(0, groupsShown - marks.all.length) }, (): string[] => [])
  return {
    title: rumour?.title ?? '',
    truth: rumour?.truth ?? 'unknown',
    state: rumour?.state ?? 'watched',
    ownerId: rumour?.owner?.id ?? '',
    lang: wordings[0]?.lang ?? (lang === 'en' ? 'en' : 'nl'),
    wordings: wordings.map(({ text }) => text).join('\n'),
    groups: [...marks.all, ...empty],
    none: marks.none,
    sources: sources.map(({ text, url }) => (url && url !== text ? `${text} ${url}` : text)).join('\n'),
    topicIds: rumour?.topicIds ?? [],
  }
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function wordingsOf({ wordings, lang }: RumourDraft): RumourWording[] {
  return lines(wordings).map((text) => ({ text, lang }))
}

/** A group without a word asks for nothing. */
export function marksOf({ groups, none }: RumourDraft): RumourMarks {
  return { all: groups.filter((group) => group.length > 0).map((group) => [...group]), none: [...none] }
}

export function sourceOf(line: string): RumourSource {
  const [, before = '', url] = /^(.*?)\s*(https?:\/\/\S+)$/u.exec(line) ?? []
  if (!url || !URL.canParse(url)) return { text: line, url: null }
  return { text: before.trim() || url, url }
}

export function askOf(draft: RumourDraft) {
  const { title, truth, state, ownerId, topicIds, sources } = draft
  return {
    ...{ title: title.trim(), truth, state, ownerId: ownerId || null, topicIds: [...topicIds] },
    ...{ wordings: wordingsOf(draft), marks: marksOf(draft), sources: lines(sources).map(sourceOf) },
  }
}
