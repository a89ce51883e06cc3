import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { answerHub, canBeCalled, hubOf, hubRequest, isSignedByHub } from './web-sub.ts'

const url = 'https://blog.test/feed'

test('the hub is found in the header, else in the document', () => {
  const check = (
    linkHeader: string | null,
    expected: object | undefined,
    hubUrls: string[] = [],
    selfUrl?: string,
  ): void => assert.deepEqual(hubOf({ linkHeader, url, hubUrls, selfUrl }), expected)
  check('<https://hub.test/>; rel="hub", <https://blog.test/self>; rel="self"', {
    hubUrl: 'https://hub.test/',
    topicUrl: 'https://blog.test/self',
  })
  check('<https://a.test/>; title="x, y"; rel="next hub"', { hubUrl: 'https://a.test/', topicUrl: url })
  check('</hub>; rel=hub', { hubUrl: 'https://blog.test/hub', topicUrl: url })
  check(
    null,
    { hubUrl: 'https://doc.test/', topicUrl: 'https://blog.test/doc' },
    ['https://doc.test/'],
    'https://blog.test/doc',
  )
  check('<https://first.test/>; rel=hub', { hubUrl: 'https://first.test/', topicUrl: url }, ['https://doc.test/'])
  check('<javascript:1>; rel=hub', undefined)
  check(`${'<'.repeat(9_000)}`, undefined)
  check('<https://x.test/>; rel=next', undefined)
})

test('the request names topic, callback and secret', () => {
  const wish = {
    mode: 'subscribe',
    topicUrl: url,
    callbackUrl: 'https://care.test/hub/1',
    secret: 's',
    leaseSeconds: 864_000,
  } as const
  assert.equal(
    String(hubRequest(wish)),
    'hub.mode=subscribe&hub.topic=https%3A%2F%2Fblog.test%2Ffeed&hub.callback=https%3A%2F%2Fcare.test%2Fhub%2F1&hub.secret=s&hub.lease_seconds=864000',
  )
  assert.throws(() => hubRequest({ ...wish, secret: 'x'.repeat(200) }), RangeError)
})

test('only what we asked for is confirmed', () => {
  const asked = { mode: 'subscribe', topicUrl: url } as const
  const check = (query: Record<string, string>, expected: object): void =>
    assert.deepEqual(answerHub(new URLSearchParams(query), asked), expected)
  const good = { 'hub.mode': 'subscribe', 'hub.topic': url, 'hub.challenge': 'abc', 'hub.lease_seconds': '60' }
  check(good, { kind: 'confirm', challenge: 'abc', leaseSeconds: 60 })
  check({ ...good, 'hub.lease_seconds': 'soon' }, { kind: 'confirm', challenge: 'abc', leaseSeconds: undefined })
  check({ ...good, 'hub.mode': 'unsubscribe' }, { kind: 'reject' })
  check({ ...good, 'hub.topic': 'https://other.test/' }, { kind: 'reject' })
  check({ ...good, 'hub.challenge': '' }, { kind: 'reject' })
  check({ 'hub.mode': 'denied', 'hub.topic': url, 'hub.reason': 'no' }, { kind: 'denied', reason: 'no' })
})

test('only bytes under our secret are the hub’s', () => {
  const body = new TextEncoder().encode('<rss/>')
  const check = (signature: string | null, expected: boolean): void =>
    assert.equal(isSignedByHub({ signature, secret: 's', body }), expected, String(signature))
  for (const method of ['sha1', 'sha256', 'sha384', 'sha512'])
    check(`${method}=${createHmac(method, 's').update(body).digest('hex')}`, true)
  check(`sha256=${createHmac('sha256', 'other').update(body).digest('hex')}`, false)
  check(`sha256=${createHmac('sha256', 's').update('<rss />').digest('hex')}`, false)
  for (const bad of [
    null,
    '',
    'sha256=',
    'sha256=zz',
    `md5=${createHmac('md5', 's').update(body).digest('hex')}`,
    'sha256=00',
  ])
    check(bad, false)
})

test('we ask to be called back only at an address that leads here from elsewhere', () => {
  const here = ['localhost', 'localhost:4180', 'wederhoor.localhost', '127.0.0.1:80', '0.0.0.0', '[::1]:4180']
  for (const host of here) assert.equal(canBeCalled(`http://${host}`), false, host)
  assert.equal(canBeCalled(undefined), false)
  assert.equal(canBeCalled('ftp://wederhoor.example.com'), false)
  for (const url of ['https://wederhoor.example.com', 'http://localhost.example.com:8080', 'http://10.1.2.3'])
    assert.equal(canBeCalled(url), true, url)
})
