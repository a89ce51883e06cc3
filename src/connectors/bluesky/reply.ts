import { z } from 'zod'
import type {
  ActAsk,
  Acted,
  ConnectorContext,
  Failure,
  Found,
  PostRef,
  SendAsk,
  Sent,
  Words,
} from '#domain/connector.ts'
import { type TextLimit, textLeft } from '#domain/text-length.ts'
import { findFacets } from './facets.ts'
import { unreadableAnswer } from './failure.ts'
import {
  partsOfUri,
  postCollection,
  postRefSchema,
  type StrongRef,
  strongRefSchema,
  webUrlOfPost,
} from './post-from-record.ts'
import { recordKeyOf } from './record-key.ts'
import { type Answer, type Credentials, call } from './session.ts'

/** The lexicon of app.bsky.feed.post: 300 graphemes and 3,000 bytes. */
export const postLimit: TextLimit = { max: 300, unit: 'grapheme', bytesMax: 3_000 }
const likeCollection = 'app.bsky.feed.like'
const ownPostsMax = 100

/**
 * Writes the answer under a record key made of `ask.key`. Everything in the record comes from the ask, so a second call
 * writes the very same bytes to the very same place, which the network takes as no change at all.
 */
export async function send(context: ConnectorContext, ask: SendAsk<Credentials>): Promise<Sent | Failure> {
  const left = textLeft(ask.text, postLimit)
  if (left < 0 || ask.text.trim() === '') return refused(wordsOfLength(left))
  const thread = await threadRefs(context, ask)
  if ('failure' in thread) return thread.failure
  const facets = await findFacets(context, ask)
  if ('failure' in facets) return facets.failure
  const record = {
    $type: postCollection,
    text: ask.text,
    ...(facets.found.length > 0 && { facets: facets.found }),
    ...(ask.lang && { langs: [ask.lang] }),
    reply: thread,
    createdAt: ask.since.toISOString(),
  }
  const body = { repo: ask.account.nativeId, collection: postCollection, rkey: recordKeyOf(ask), record }
  const written = await call(context, ask.credentials, { name: 'com.atproto.repo.putRecord', body })
  const put = certain(written)
  if ('failure' in put) return put.failure
  return sentAs(strongRefSchema.parse(put.data), thread)
}

/** Reads the record by its key; when it is not there, looks whether the same words stand under the same post. */
export async function find(context: ConnectorContext, ask: SendAsk<Credentials>): Promise<Found | Failure> {
  const params = { repo: ask.account.nativeId, collection: postCollection, rkey: recordKeyOf(ask) }
  const read = await call(context, ask.credentials, { name: 'com.atproto.repo.getRecord', params })
  if (read.kind === 'answer') {
    const stands = strongRefSchema.safeParse(read.data).data
    return stands ? { ...sentAs(stands), kind: 'found' } : unreadableAnswer
  }
  // Servers differ in whether they name a missing record.
  const isMissing = read.code === 'RecordNotFound' || /could not locate record/i.test(read.failure.why.en)
  return isMissing ? findAmongOwn(context, ask) : read.failure
}

export async function remove(context: ConnectorContext, ask: ActAsk<Credentials>): Promise<Acted | Failure> {
  const parts = partsOfUri(ask.post.nativeId)
  if (!parts || parts.did !== ask.account.nativeId) {
    return refused({ en: 'This post is not of your account.', nl: 'Dit bericht is niet van je account.' })
  }
  const body = { repo: parts.did, collection: parts.collection, rkey: parts.rkey }
  // Deleting what is gone is no error over there.
  return acted(await call(context, ask.credentials, { name: 'com.atproto.repo.deleteRecord', body }))
}

/** A like has a key made of the post it is for, so that two clicks are one like. */
export async function like(context: ConnectorContext, ask: ActAsk<Credentials>): Promise<Acted | Failure> {
  const subject = await strongRefOf(context, ask)
  if ('failure' in subject) return subject.failure
  const rkey = recordKeyOf({ key: `like ${subject.uri}`, since: firstMoment })
  const body = {
    repo: ask.account.nativeId,
    collection: likeCollection,
    rkey,
    record: {
      $type: likeCollection,
      subject: { uri: subject.uri, cid: subject.cid },
      createdAt: context.now().toISOString(),
    },
  }
  return acted(await call(context, ask.credentials, { name: 'com.atproto.repo.putRecord', body }))
}

/** Before there was Bluesky: the same for every like of every account, which is all that is asked of it. */
const firstMoment = new Date('2022-01-01T00:00:00Z')

type ReplyRefs = { root: StrongRef; parent: StrongRef }

async function threadRefs(
  context: ConnectorContext,
  ask: ActAsk<Credentials>,
): Promise<ReplyRefs | { failure: Failure }> {
  const parent = await strongRefOf(context, ask)
  if ('failure' in parent) return parent
  const { uri, cid } = parent
  return { root: parent.root ?? { uri, cid }, parent: { uri, cid } }
}

/** What answering needs stands in the post's `ref`; a post that came another way (a pasted link) is looked up. */
async function strongRefOf(
  context: ConnectorContext,
  ask: { credentials: Credentials; post: PostRef },
): Promise<(StrongRef & { root?: StrongRef | undefined }) | { failure: Failure }> {
  const { nativeId: uri, ref } = ask.post
  const known = postRefSchema.safeParse(ref).data
  if (known) return { uri, cid: known.cid, root: known.root }
  const answer = await call(context, ask.credentials, { name: 'app.bsky.feed.getPosts', params: { uris: uri } })
  if (answer.kind === 'none') return { failure: answer.failure }
  const parsed = postsSchema.safeParse(answer.data)
  if (!parsed.success) return { failure: unreadableAnswer }
  const [post] = parsed.data.posts
  if (post) return { uri, cid: post.cid, root: post.record.reply?.root }
  return { failure: refused({ en: 'The post is no longer there.', nl: 'Het bericht staat er niet meer.' }) }
}

const postsSchema = z.object({
  posts: z.array(
    z.object({
      cid: z.string(),
      record: z.object({ reply: z.object({ root: strongRefSchema }).optional().catch(undefined) }).catch({}),
    }),
  ),
})
const ownSchema = z.object({
  records: z.array(
    strongRefSchema.extend({
      value: z.object({
        text: z.string().catch(''),
        createdAt: z.string().catch(''),
        reply: z.object({ root: strongRefSchema, parent: strongRefSchema }).optional().catch(undefined),
      }),
    }),
  ),
})

async function findAmongOwn(context: ConnectorContext, ask: SendAsk<Credentials>): Promise<Found | Failure> {
  const params = { repo: ask.account.nativeId, collection: postCollection, limit: String(ownPostsMax) }
  const listed = await call(context, ask.credentials, { name: 'com.atproto.repo.listRecords', params })
  if (listed.kind === 'none') return listed.failure
  const own = ownSchema.safeParse(listed.data)
  if (!own.success) return unreadableAnswer
  const ours = own.data.records.find(
    ({ value }) =>
      value.reply?.parent.uri === ask.post.nativeId &&
      value.text === ask.text &&
      // Nothing written before the first attempt can be this answer.
      Date.parse(value.createdAt) >= ask.since.getTime(),
  )
  return ours ? { ...sentAs(ours, ours.value.reply), kind: 'found' } : { kind: 'not-found' }
}

function sentAs({ uri, cid }: StrongRef, thread?: ReplyRefs): Sent {
  const parts = partsOfUri(uri)
  return {
    kind: 'sent',
    nativeId: uri,
    ref: { cid, ...thread },
    ...(parts && { url: webUrlOfPost(parts.did, parts.rkey) }),
  }
}

function acted(answer: Answer): Acted | Failure {
  return answer.kind === 'answer' ? { kind: 'acted' } : answer.failure
}

/** A write that may have been done must not look like one that was not: it throws, and the outbox reads back. */
function certain(answer: Answer): { data: unknown } | { failure: Failure } {
  if (answer.kind === 'answer') return { data: answer.data }
  if (answer.isUncertain) throw new Error(`It is not known whether Bluesky took the answer: ${answer.failure.why.en}`)
  return { failure: answer.failure }
}

function refused(why: Words): Failure {
  return { kind: 'refused', why }
}

function wordsOfLength(left: number): Words {
  if (left >= 0) return { en: 'There is nothing to send.', nl: 'Er is niets om te versturen.' }
  return {
    en: `The answer is too long for Bluesky by ${-left}: at most 300 characters and 3,000 bytes.`,
    nl: `Het antwoord is ${-left} te lang voor Bluesky: hoogstens 300 tekens en 3.000 bytes.`,
  }
}
