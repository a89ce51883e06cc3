import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAnnotation } from '#report/annotations/save-annotation.ts'
import { addReport } from '#report/saved/save-report.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { reportAsked } from '#testing/report-walls.ts'
import { rumourAsked } from '#testing/rumour-walls.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { savePlaybook } from './incident/save-playbook.ts'
import { namesLeft } from './names-left.ts'
import { writeRumourAnswer } from './rumours/answer-rumour.ts'
import { addRumour } from './rumours/save-rumour.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

test('a name is found in the texts of the house, as a whole word, and in those of this workspace only', async () => {
  const { ctx } = await intakeHouse(app)
  const other = await intakeHouse(app)
  const find = (names: string[], of = ctx) =>
    app.db.inWorkspace(of.workspaceId, async (tx) =>
      (await namesLeft(tx, { workspaceId: of.workspaceId, names })).map(({ kind, title }) => `${kind}: ${title}`),
    )
  const inTitle = await addRumour(ctx, { ...rumourAsked, title: 'Wat Fleur Jansen vertelt' })
  await addRumour(ctx, { ...rumourAsked, title: 'Iets anders' })
  await writeRumourAnswer(ctx, { id: inTitle, statements: [{ lang: 'nl', text: 'Dit klopt niet.' }] })
  await savePlaybook(ctx, {
    ...{ key: 'rumour', lang: 'nl', name: 'Gerucht', notToSay: [] },
    steps: [{ title: 'Bel', who: 'fleur jansen', minutes: null }],
  })
  const words = 'Filmpje van Fleur Jansen over de koffers'
  await addAnnotation(ctx, { day: '2026-11-20', untilDay: null, words })
  await addReport(ctx, { ...reportAsked, lead: 'De brief van Fleur Jansen werd veel gedeeld.' })
  assert.deepEqual(await find(['Fleur Jansen']), [
    `annotation: ${words}`,
    'playbook: Gerucht',
    `report: ${reportAsked.name}`,
    'rumour: Wat Fleur Jansen vertelt',
  ])
  assert.deepEqual(await find(['Fleur Jans']), [])
  assert.deepEqual(await find(['Fleur Jansen'], other.ctx), [])
})
