import { assert, present } from '#base/assert.ts'
import { day, hour, minute, second } from '#base/clock.ts'
import { demoPictureUrl } from '#domain/demo.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { assess } from '#triage/assess.ts'
import { readStory } from './read-story.ts'
import type { Company, Deed, Said, Scene, StorySource, When } from './story.ts'

/** What happens, when, in the order of time: a message is heard, or somebody of the team does something about one. */
export type Happening = { at: Date; scene: string } & (
  | { kind: 'heard'; source: StorySource; post: Post; isLead: boolean }
  | { kind: 'did'; by: string; about: string; deed: Deed }
)

/** Dutch days begin an hour before those of Greenwich, and nobody minds the summer. */
const dayBeginsMs = -hour

/** The weeks before `now` as happenings, oldest first. The same company and moment give the same story. */
export function planStory(company: Company, now: Date): Happening[] {
  const scenes = company.chapters
    .flatMap(readStory)
    .map((scene) => ({ scene, saidAt: momentOf(company, { scene, now }) }))
    // Conversations are numbered in the order of these ids.
    .toSorted((a, b) => a.saidAt.getTime() - b.saidAt.getTime())
  return scenes
    .flatMap((one, index) => planScene(company, { ...one, id: idOf(company, index), now }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function idOf({ key }: Company, index: number): string {
  return `${key}-${String(index + 1).padStart(4, '0')}`
}

/** What is still to come, in its turn; each is published when its turn is. */
export function planTomorrow(company: Company): { source: StorySource; postAt: (publishedAt: Date) => Post }[] {
  return company.tomorrow.flatMap(readStory).map(({ source: key, said }, index) => {
    const source = sourceOf(company, key)
    const id = `${company.key}-later-${index + 1}`
    return { source, postAt: (publishedAt) => postOf(company, { id, source, said, publishedAt }) }
  })
}

function planScene(
  company: Company,
  { scene, saidAt, id, now }: { scene: Scene; saidAt: Date; id: string; now: Date },
): Happening[] {
  const source = sourceOf(company, scene.source)
  const lead = heard(company, { id, scene: id, source, said: scene.said, publishedAt: saidAt })
  const happenings: Happening[] = [lead]
  let atMs = saidAt.getTime()
  let about = id
  for (const [index, step] of scene.steps.entries()) {
    atMs += step.afterMs
    if (step.kind === 'did') {
      // Nobody answers what was not heard yet.
      const at = new Date(Math.max(atMs, (happenings.at(-1)?.at.getTime() ?? 0) + second))
      happenings.push({ at, scene: id, kind: 'did', by: step.by, about, deed: step.deed })
      continue
    }
    about = `${id}-${index + 1}`
    const publishedAt = new Date(atMs)
    happenings.push(heard(company, { id: about, scene: id, source, said: step.said, publishedAt, rootId: id }))
  }
  const late = happenings.find(({ at }) => at > now)
  assert(!late, `${id} (${scene.said.text.slice(0, 40)}) would go on after now`)
  return happenings
}

type Telling = { id: string; source: StorySource; said: Said; publishedAt: Date; rootId?: string }

function heard(company: Company, telling: Telling & { scene: string }): Happening {
  const { source, id, scene, publishedAt } = telling
  const [least, most] = source.delaySeconds
  const delayMs = (least + (hashOf(id) % (most - least + 1))) * second
  const at = new Date(publishedAt.getTime() + delayMs)
  const isLead = telling.rootId === undefined
  return { at, scene, kind: 'heard', source, post: postOf(company, telling), isLead }
}

function momentOf(company: Company, { scene, now }: { scene: Scene; now: Date }): Date {
  const when: When = present(scene.when, `a time for what ${scene.said.by} says`)
  switch (when.kind) {
    case 'ago':
      return new Date(now.getTime() - when.ms)
    case 'at': {
      const today = Math.floor((now.getTime() - dayBeginsMs) / day) * day + dayBeginsMs
      return new Date(today - when.daysAgo * day + when.ms)
    }
    case 'due': {
      const { text, title, rating } = scene.said
      const { urgency } = assess({ text, title, rating }, { brands: company.brands })
      const minutes = present(company.promiseMinutes[`${urgency}`], `a promise for: ${text.slice(0, 60)}`)
      return new Date(now.getTime() + when.ms - minutes * minute)
    }
  }
}

function sourceOf(company: Company, key: string): StorySource {
  return present(
    company.sources.find((source) => source.key === key),
    `a source called “${key}”`,
  )
}

function postOf(company: Company, { id, source, said, publishedAt, rootId }: Telling): Post {
  const { text, title, rating, picture, likes, reposts } = said
  return postSchema.parse({
    network: source.connector,
    nativeId: `demo:${id}`,
    kind: rating === undefined ? (title ? 'article' : 'post') : 'review',
    author: authorOf(company, source, said.by),
    text,
    title,
    rating,
    likes,
    reposts,
    publishedAt,
    media: picture ? [{ kind: 'image', url: demoPictureUrl(picture.name), alt: picture.alt }] : [],
    ...(rootId ? { parentId: `demo:${rootId}`, rootId: `demo:${rootId}` } : {}),
  } satisfies Parameters<typeof postSchema.parse>[0])
}

/** Feeds know names only; elsewhere people have a handle, and some who follow them. */
function authorOf(company: Company, { connector, delaySeconds }: StorySource, name: string) {
  const known = company.cast[name]
  const hasHandles = delaySeconds[1] < 60
  const handle = known?.handle ?? slugOf(name)
  const followers = known?.followers ?? 12 + (hashOf(name) % 780)
  return {
    nativeId: `demo:${connector}:${handle}`,
    handle: hasHandles ? handle : '',
    name,
    ...(known?.bio ? { bio: known.bio } : {}),
    ...(hasHandles ? { followers } : {}),
  }
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\p{L}\p{N}_]+/gu, '')
  return plain.toLowerCase() || `u${hashOf(name)}`
}

/** FNV-1a, 32 bits: the same text always gives the same number. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return hash
}
