import { test } from 'node:test'
import { tellEvents } from '#team/tell-events.ts'
import { apiHouse } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'
import { openLive } from './live.ts'

const app = await testApp()
const house = apiHouse(app)
const rounds = 60

test('what is committed while a line begins is told: by the line itself, or by what it missed', {
  timeout: 60_000,
}, async (t) => {
  const live = openLive(app, app.databaseUrl)
  t.after(() => live.close())
  const { ctx } = await house.start('Zilvermeeuw', 'Noor')
  for (let round = 0; round < rounds; round += 1) {
    // What the session said before anything else was asked.
    const from = await live.newest(ctx.workspaceId)
    const heard = new Set<string>()
    let isOver = (): void => undefined
    const all = new Promise<void>((resolve) => {
      isOver = resolve
    })
    const subjects = [`${round} at once`, `${round} a little later`]
    const note = ({ subjectId }: { subjectId: string }): void => {
      heard.add(subjectId)
      if (subjects.every((one) => heard.has(one))) isOver()
    }
    const subscription = live.subscribe(ctx.workspaceId, note)
    const commit = (subjectId: string): Promise<void> =>
      app.db.inWorkspace(ctx.workspaceId, (tx) =>
        tellEvents(tx, ctx.workspaceId, [{ kind: 'topic.changed', conversationId: null, subjectId }]),
      )
    const committed = Promise.all([
      commit(subjects[0] ?? ''),
      ...(round % 2 === 0 ? [commit(subjects[1] ?? '')] : [subscription.begun.then(() => commit(subjects[1] ?? ''))]),
    ])
    await subscription.begun
    for (const event of (await live.since(ctx.workspaceId, from)) ?? []) note(event)
    await committed
    await all
    subscription.end()
  }
})
