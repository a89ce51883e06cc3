import { assert, present } from '#base/assert.ts'
import { day, hour, minute, second } from '#base/clock.ts'
import type { Deed, Said, Scene, Step, When } from './story.ts'

/*
 * The story is written as people write, and read from that:
 *
 *   --- 52d 09:12 bluesky Joost Bakker | likes 3 | pic belt Lege band, nummer 14     a message that begins a thread
 *   -+- 14m Els Vrolijk                                                              a message in the same thread, 14 minutes later
 *   -=- 22m sanne                                                                    our answer (and done); with `| stay` it stays open
 *   -#- 5m jeroen                                                                    a note
 *   -?- 5m jeroen                                                                    words that still stand in the composer
 *   -!- 2m sanne mine · done · like · hand jeroen why · dept bagage why · wait 3d · title A better title
 *
 * The lines after such a head are its text. `95m`: so long ago; `due 6m`: its promise ends in six minutes; no time: it comes
 * in its turn, after now.
 */

const heads: Readonly<Record<string, 'scene' | 'said' | 'answer' | 'note' | 'draft' | 'deed'>> = {
  '---': 'scene',
  '-+-': 'said',
  '-=-': 'answer',
  '-#-': 'note',
  '-?-': 'draft',
  '-!-': 'deed',
}

/** The scenes of a chapter, in the order in which they are written. A line that cannot be read is a mistake of ours. */
export function readStory(chapter: string): Scene[] {
  const scenes: Scene[] = []
  for (const { head, text } of blocksOf(chapter)) {
    const kind = present(heads[head.slice(0, 3)], `a head: ${head}`)
    const rest = head.slice(4)
    if (kind === 'scene') scenes.push(readScene(rest, text))
    else present(scenes.at(-1), `a message before ${head}`).steps.push(readStep(kind, { rest, text }))
  }
  return scenes
}

function blocksOf(chapter: string): { head: string; text: string }[] {
  const blocks: { head: string; lines: string[] }[] = []
  for (const line of chapter.trim().split('\n')) {
    if (/^-[-+=#?!]- /u.test(line)) blocks.push({ head: line, lines: [] })
    else present(blocks.at(-1), `text without a head: ${line}`).lines.push(line)
  }
  return blocks.map(({ head, lines }) => ({ head, text: lines.join('\n').trim() }))
}

function readScene(rest: string, text: string): Scene {
  const { when, words } = readWhen(rest)
  const [source = '', ...others] = words.split(' ')
  return { when, source, said: readSaid(others.join(' '), text), steps: [] }
}

function readWhen(rest: string): { when: When | undefined; words: string } {
  const due = /^due (-?\d+[mhd]) (.*)$/u.exec(rest)
  if (due) return { when: { kind: 'due', ms: readSpan(due[1]) }, words: due[2] ?? '' }
  const at = /^(\d+)d (\d\d):(\d\d) (.*)$/u.exec(rest)
  if (at) {
    const ms = Number(at[2]) * hour + Number(at[3]) * minute
    return { when: { kind: 'at', daysAgo: Number(at[1]), ms }, words: at[4] ?? '' }
  }
  const ago = /^(\d+[smh]) (.*)$/u.exec(rest)
  if (ago) return { when: { kind: 'ago', ms: readSpan(ago[1]) }, words: ago[2] ?? '' }
  return { when: undefined, words: rest }
}

const units: Readonly<Record<string, number>> = { s: second, m: minute, h: hour, d: day }

function readSpan(text: string | undefined): number {
  const [, count, unit = ''] = /^(-?\d+)([smhd])$/u.exec(text ?? '') ?? []
  return Number(count) * present(units[unit], `a span of time: ${text}`)
}

function readSaid(rest: string, text: string): Said {
  const [by = '', ...options] = rest.split(' | ')
  assert(by && text, `somebody who says something: ${rest}`)
  const said: Said = { by, text }
  for (const option of options) {
    const [name = '', ...values] = option.split(' ')
    const value = values.join(' ')
    if (name === 'title') said.title = value
    else if (name === 'stars') said.rating = Number(value)
    else if (name === 'likes') said.likes = Number(value)
    else if (name === 'reposts') said.reposts = Number(value)
    else if (name === 'pic') said.picture = { name: values[0] ?? '', alt: values.slice(1).join(' ') }
    else assert(false, `an option: ${option}`)
  }
  return said
}

function readStep(
  kind: 'said' | 'answer' | 'note' | 'draft' | 'deed',
  { rest, text }: { rest: string; text: string },
): Step {
  const [span = '', ...others] = rest.split(' ')
  const afterMs = readSpan(span)
  if (kind === 'said') return { afterMs, kind: 'said', said: readSaid(others.join(' '), text) }
  const [by = '', ...words] = others
  return { afterMs, kind: 'did', by, deed: readDeed(kind, { words, text }) }
}

function readDeed(
  kind: 'answer' | 'note' | 'draft' | 'deed',
  { words, text }: { words: string[]; text: string },
): Deed {
  if (kind === 'answer') return { kind, text, after: words.join(' ') === '| stay' ? 'stay' : 'done' }
  if (kind !== 'deed') return { kind, text }
  const [what = '', first = '', ...more] = words
  const reason = more.join(' ')
  switch (what) {
    case 'mine':
    case 'done':
    case 'like':
      return { kind: what }
    case 'hand':
      return { kind: 'hand', to: first, reason }
    case 'dept':
      return { kind: 'department', to: first, reason }
    case 'wait':
      return { kind: 'wait', ms: readSpan(first) }
    case 'title':
      return { kind: 'title', text: words.slice(1).join(' ') }
    default:
      throw new Error(`the story knows no “${what}”`)
  }
}
