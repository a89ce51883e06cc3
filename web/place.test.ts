import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterPlace, homePath, inPlace, placeHeader, placeNow, placeRewrite, slugIn } from './place.ts'

const shown = (path: string) => placeRewrite.output({ url: new URL(path, 'http://here') })
const known = (path: string) => placeRewrite.input({ url: new URL(path, 'http://here') })

test('an address names its workspace, and the routes hear nothing of it', () => {
  assert.equal(placeNow(), undefined)
  assert.equal(homePath(), '')
  assert.deepEqual(placeHeader(), {})
  assert.equal(inPlace('/api/live'), '/api/live')
  // The first address that names one says where this window stands.
  assert.equal(known('/w/De-Dijk/inbox/all?q=x#end').href, 'http://here/inbox/all?q=x#end')
  assert.equal(placeNow(), 'de-dijk')
  assert.equal(known('/w/de-dijk').pathname, '/')
  assert.equal(shown('/inbox/all?q=x#end').href, 'http://here/w/de-dijk/inbox/all?q=x#end')
  assert.equal(shown('/wonders').pathname, '/w/de-dijk/wonders')
})

test('what belongs to no workspace stays where it is', () => {
  for (const path of ['/sign-in', '/invitation/token', '/demo', '/dev/states/inbox', '/shared/report/token'])
    assert.equal(shown(path).pathname, path)
})

test('a link of another workspace does not move this window', () => {
  enterPlace('de-dijk')
  known('/w/zilvermeeuw/inbox/all')
  assert.equal(placeNow(), 'de-dijk')
  assert.equal(homePath('zilvermeeuw'), '/w/zilvermeeuw')
})

test('each question, line and picture says where it is asked', () => {
  enterPlace('de-dijk')
  assert.deepEqual(placeHeader(), { 'wederhoor-workspace': 'de-dijk' })
  assert.deepEqual(placeHeader('an-id'), { 'wederhoor-workspace': 'an-id' })
  assert.equal(inPlace('/api/live?after=3'), '/api/live?after=3&workspace=de-dijk')
  assert.equal(inPlace('/demo-pictures/1.svg'), '/demo-pictures/1.svg')
})

test('what is no workspace is none', () => {
  for (const path of ['/', '/w', '/w/', '/inbox/w/x']) assert.equal(slugIn(path), undefined)
  assert.equal(slugIn('/w/%E0%A4%A/inbox'), '%E0%A4%A')
})
