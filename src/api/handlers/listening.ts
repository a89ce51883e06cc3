import { handle, type MemberVisit } from '#api/handler.ts'
import {
  presentCheck,
  presentConnector,
  presentPost,
  presentSet,
  presentSource,
  presentSourceSample,
  presentTopic,
} from '#api/present/present-listening.ts'
import { connectorsIn } from '#app.ts'
import { present } from '#base/assert.ts'
import { readSources } from '#listen/read-sources.ts'
import { changeSource, createSource, removeSource } from '#listen/save-source.ts'
import { trySource } from '#listen/try-source.ts'
import { lookBack, stopBackfill } from '#mentions/ask-backfill.ts'
import { checkQuery } from '#mentions/check-query.ts'
import { queryCost } from '#mentions/query-cost.ts'
import { readDearTopics } from '#mentions/read-dear-topics.ts'
import { readSets } from '#mentions/read-sets.ts'
import { readTopics } from '#mentions/read-topics.ts'
import { sampleSources } from '#mentions/sample-sources.ts'
import { changeSet, createSet, removeSet } from '#mentions/save-set.ts'
import { changeTopic, createTopic, removeTopic } from '#mentions/save-topic.ts'
import { startListening } from '#mentions/start-listening.ts'
import { offerPractice } from '#team/change-me.ts'
import { assess } from '#triage/assess.ts'

async function sourceOf({ ctx }: MemberVisit, id: string) {
  const found = (await readSources(ctx)).find(({ source }) => source.id === id)
  return presentSource(present(found, 'the source just written is read'))
}

async function topicOf({ ctx, house }: MemberVisit, id: string) {
  house.engine.forget(ctx.workspaceId)
  house.nudge('sources')
  await house.engine.ready(ctx.workspaceId)
  const found = (await readTopics(ctx)).find(({ topic }) => topic.id === id)
  return presentTopic(present(found, 'the topic just written is read'), house.engine.costOf(id))
}

async function setOf({ ctx, house }: MemberVisit, id: string) {
  house.engine.forget(ctx.workspaceId)
  house.nudge('sources')
  const found = (await readSets(ctx)).find(({ set }) => set.id === id)
  return presentSet(present(found, 'the set just written is read'))
}

export const listeningHandlers = handle({
  'GET /api/connectors': async ({ ctx }) => [...connectorsIn(ctx.app, ctx.workspaceId).values()].map(presentConnector),

  'GET /api/sources': async ({ ctx }) => (await readSources(ctx)).map(presentSource),

  'POST /api/sources/try': async ({ ctx, house }, { body }) => {
    const { engine, app } = house
    await engine.ready(ctx.workspaceId)
    const tried = await trySource(ctx, { ...body, terms: engine.terms(ctx.workspaceId) })
    const sample = tried.found.map((post) => {
      const said = assess(post, { brands: engine.brands(ctx.workspaceId), deltas: engine.deltas(ctx.workspaceId) })
      const spans = engine.match(ctx.workspaceId, post).flatMap((match) => match.spans)
      return presentPost(app, post, { spans, said })
    })
    return { isWorking: tried.isWorking, says: tried.says, name: tried.name, sample }
  },

  'POST /api/sources': async (visit, { body }) => {
    const source = await createSource(visit.ctx, body)
    visit.house.nudge('sources')
    return sourceOf(visit, source.id)
  },

  'PATCH /api/sources/{id}': async (visit, { params, body }) => {
    await changeSource(visit.ctx, { id: params.id, ...body })
    visit.house.nudge('sources')
    return sourceOf(visit, params.id)
  },

  'DELETE /api/sources/{id}': async ({ ctx, house }, { params }) => {
    await removeSource(ctx, params.id)
    house.nudge('sources')
    return {}
  },

  'GET /api/topics': async ({ ctx, house }) => {
    await house.engine.ready(ctx.workspaceId)
    return (await readTopics(ctx)).map((one) => presentTopic(one, house.engine.costOf(one.topic.id)))
  },

  'GET /api/topics/dearest': ({ ctx, house }) => readDearTopics(ctx, house.engine),

  'POST /api/topics/check': async ({ ctx, house }, { body }) => {
    const checked = await checkQuery(ctx, body.query)
    return presentCheck(house.app, checked, checked.tree && queryCost(checked.tree, house.engine.shareOf))
  },

  'POST /api/topics/sample': async ({ ctx, house }, { body }) => {
    const { engine, app } = house
    await engine.ready(ctx.workspaceId)
    const brands = engine.brands(ctx.workspaceId)
    return (await sampleSources(ctx, body.query)).map((one) => presentSourceSample(app, one, brands))
  },

  'POST /api/topics': async (visit, { body }) => topicOf(visit, (await createTopic(visit.ctx, body)).id),

  'PATCH /api/topics/{id}': async (visit, { params, body }) => {
    await changeTopic(visit.ctx, { id: params.id, ...body })
    return topicOf(visit, params.id)
  },

  'DELETE /api/topics/{id}': async ({ ctx, house }, { params }) => {
    await removeTopic(ctx, params.id)
    house.engine.forget(ctx.workspaceId)
    return {}
  },

  'POST /api/topics/{id}/look-back': async (visit, { params }) => {
    await lookBack(visit.ctx, params.id)
    return topicOf(visit, params.id)
  },

  'DELETE /api/topics/{id}/look-back': async ({ ctx }, { params }) => {
    await stopBackfill(ctx, params.id)
    return {}
  },

  'GET /api/sets': async ({ ctx }) => (await readSets(ctx)).map(presentSet),

  'POST /api/sets': async (visit, { body }) => setOf(visit, (await createSet(visit.ctx, body)).id),

  'PATCH /api/sets/{id}': async (visit, { params, body }) => {
    await changeSet(visit.ctx, { id: params.id, ...body })
    return setOf(visit, params.id)
  },

  'DELETE /api/sets/{id}': async ({ ctx, house }, { params }) => {
    await removeSet(ctx, params.id)
    house.engine.forget(ctx.workspaceId)
    return {}
  },

  'POST /api/welcome': async (visit, { body }) => {
    const { ctx } = visit
    const started = await startListening(ctx, body)
    const topic = await topicOf(visit, started.topicId)
    const sources = await readSources(ctx)
    await offerPractice(visit.house.app, visit.session.userId)
    return {
      topic,
      sources: sources.filter(({ source }) => started.sourceIds.includes(source.id)).map(presentSource),
    }
  },
})
