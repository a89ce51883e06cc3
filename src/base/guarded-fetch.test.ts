import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type LookupFunction } from 'node:net'
import { after, before, test } from 'node:test'
import { constants, gzipSync } from 'node:zlib'
import { WebSocketServer } from 'ws'
import { FetchFailed, type FetchFailedWhy } from './fetch-failed.ts'
import { type GuardedInit, openGuardedNetwork } from './guarded-fetch.ts'

type Seen = { host: string; path: string; headers: IncomingMessage['headers']; method: string; body: string }
const seen: Seen[] = []
let port = 0

/** Every name but these stands on this machine. `rebind.test` moves to another address when it is asked again. */
let rebindAsked = 0
const lookup: LookupFunction = (hostname, _options, done) => {
  const address = hostname === 'rebind.test' && rebindAsked++ > 0 ? '10.0.0.1' : '127.0.0.1'
  if (hostname === 'nowhere.test') return done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), [])
  if (hostname === 'both.test')
    return done(null, [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ])
  done(null, [{ address, family: 4 }])
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { url = '', headers, method = '' } = request
  seen.push({ host: headers.host ?? '', path: url, headers, method, body: Buffer.concat(chunks).toString() })
  answer(new URL(url, 'http://server'), response)
})
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => {
  seen.push({
    host: request.headers.host ?? '',
    path: request.url ?? '',
    headers: request.headers,
    method: 'WS',
    body: '',
  })
  socket.send('hello')
})

function answer(url: URL, response: ServerResponse): void {
  const to = url.searchParams.get('to')
  switch (url.pathname) {
    case '/go':
      return void response.writeHead(Number(url.searchParams.get('status') ?? 302), { location: to ?? '' }).end()
    case '/round':
      return void response.writeHead(302, { location: '/round' }).end()
    case '/bomb':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    case '/damaged':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not gzip')
    case '/large':
      return void response.writeHead(200, { 'content-length': '6000000' }).end(Buffer.alloc(6_000_000))
    case '/silent':
      return
    case '/stops':
      return void response.writeHead(200).write('one')
    case '/drips': {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 20)
      return void response.on('close', () => clearInterval(timer))
    }
    case '/close':
      return void response.writeHead(200, { connection: 'close' }).end('bye')
    case '/same':
      return void response.writeHead(304, { etag: '"a"' }).end()
    default:
      response.writeHead(200, { 'content-type': 'text/plain' }).end('fine')
  }
}
const bomb = gzipSync(Buffer.alloc(50_000_000), { level: constants.Z_BEST_SPEED })
const notHttp = createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n'))

const closed = openGuardedNetwork({ userAgent: 'Wederhoor/test (+https://care.test)', lookup })
const open = openGuardedNetwork({
  userAgent: 'Wederhoor/test (+https://care.test)',
  allow: ['a.test', 'b.test', 'both.test'],
  lookup,
})

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => notHttp.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
after(async () => {
  await Promise.all([closed.close(), open.close()])
  sockets.close()
  notHttp.close()
  server.closeAllConnections()
  server.close()
})

async function failsWith(why: FetchFailedWhy, url: string, init?: GuardedInit, network = open): Promise<FetchFailed> {
  const failure = await network.fetch(url, init).then(
    (response) =>
      response.text().then(
        (text) => assert.fail(`${url} answered ${response.status} ${text.slice(0, 40)}`),
        (error: unknown) => error,
      ),
    (error: unknown) => error,
  )
  assert.ok(failure instanceof FetchFailed, `${url}: ${failure}`)
  assert.equal(failure.why, why, url)
  assert.ok(failure.words.en && failure.words.nl)
  return failure
}
async function freePort(): Promise<number> {
  const holder = createTcpServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port: free } = holder.address() as AddressInfo
  await new Promise((resolve) => holder.close(resolve))
  return free
}
const at = (host: string, path = '/'): string => `http://${host}:${port}${path}`

const insideHosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '0',
    '0.0.0.0',
  ],
  ...[
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '198.18.0.1',
  ],
  ...[
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '%31%32%37.0.0.1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
  ],
  ...[
    '[64:ff9b::7f00:1]',
    '[64:ff9b::8.8.8.8]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
  ],
  ...[
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
    'localhost',
    'LOCALHOST.',
    'inside.test',
    'both.test',
  ],
]
test('no spelling of an inside address is reached', async () => {
  seen.length = 0
  for (const host of insideHosts) await failsWith('inside-address', at(host), {}, closed)
  assert.equal(seen.length, 0)
})

const badUrls = [
  ...[
    'file:///etc/passwd',
    'ftp://a.test/',
    'gopher://a.test/',
    'data:text/plain,hi',
    'javascript:alert(1)',
    'blob:http://a.test/x',
    'ws://a.test/',
    '',
  ],
  ...[
    'http://',
    '//a.test/',
    'a.test',
    'http://user:secret@a.test/',
    'http://user@a.test/',
    `http://a.test/${'x'.repeat(9_000)}`,
    'http://[fe80::1%25eth0]/',
  ],
]
test('only http and https without credentials are addresses', async () => {
  for (const url of badUrls) await failsWith('bad-url', url)
})

test('a redirect does not lead inside', async () => {
  seen.length = 0
  const targets = [
    at('127.0.0.1', '/secret'),
    at('2130706433', '/secret'),
    at('[::1]', '/secret'),
    at('inside.test', '/secret'),
    `//127.0.0.1:${port}/secret`,
  ]
  for (const to of targets) await failsWith('inside-address', at('a.test', `/go?to=${encodeURIComponent(to)}`))
  await failsWith(
    'inside-address',
    at('a.test', `/go?to=${encodeURIComponent(at('b.test', `/go?to=${at('127.0.0.1', '/secret')}`))}`),
  )
  for (const to of ['file:///etc/passwd', 'http://user:secret@b.test/', 'http://'])
    await failsWith('bad-redirect', at('a.test', `/go?to=${encodeURIComponent(to)}`))
  assert.deepEqual(
    seen.filter(({ path }) => path === '/secret'),
    [],
  )
})

test('a name that turns inside after it was looked at is not reached', async () => {
  const network = openGuardedNetwork({ userAgent: 'x', lookup, allow: ['127.0.0.1'] })
  rebindAsked = 0
  assert.equal(await (await network.fetch(at('rebind.test', '/close'))).text(), 'bye')
  await failsWith('inside-address', at('rebind.test'), {}, network)
  assert.equal(rebindAsked, 2)
  await network.close()
})

test('a named host may be at home, but not where clouds keep their secrets, and one inside address among others is enough', async () => {
  assert.equal(await (await open.fetch(at('a.test'))).text(), 'fine')
  await failsWith('inside-address', at('127.0.0.1'))
  const cloud: LookupFunction = (_hostname, _options, done) => done(null, [{ address: '169.254.169.254', family: 4 }])
  const network = openGuardedNetwork({ userAgent: 'x', allow: ['cloud.test'], lookup: cloud })
  await failsWith('inside-address', 'http://cloud.test/latest/meta-data', {}, network)
  await network.close()
})

test('the list opens an address or a stretch, and never everything', async () => {
  const network = openGuardedNetwork({ userAgent: 'x', allow: ['127.0.0.0/30'] })
  assert.equal((await network.fetch(at('127.0.0.1'))).status, 200)
  await failsWith('inside-address', at('127.0.0.4'), {}, network)
  await network.close()
  for (const allow of ['0.0.0.0/0', '::/0', '10.0.0.0/7', '*', '*.lan', 'http://a.test', '10.0.0.0/33', ''])
    assert.throws(() => openGuardedNetwork({ userAgent: 'x', allow: [allow] }), { code: 'bad_input' }, allow)
})

test('redirects are followed five times and the last address is told', async () => {
  const response = await open.fetch(at('a.test', `/go?to=${at('b.test', '/end')}`))
  assert.deepEqual([response.status, response.url, response.redirected], [200, at('b.test', '/end'), true])
  seen.length = 0
  await failsWith('too-many-redirects', at('a.test', '/round'))
  assert.equal(seen.length, 6)
  assert.equal((await open.fetch(at('a.test', '/round'), { redirect: 'manual' })).status, 302)
  await failsWith('bad-redirect', at('a.test', '/round'), { redirect: 'error' })
})

test('another origin hears no secret of the first', async () => {
  const headers = {
    authorization: 'Bearer s',
    cookie: 's=1',
    'x-api-key': 's',
    accept: 'text/x',
    'if-none-match': '"e"',
  }
  seen.length = 0
  await open.fetch(at('a.test', `/go?to=${at('a.test', '/same-house')}`), { headers })
  await open.fetch(at('a.test', `/go?to=${at('b.test', '/other-house')}`), { headers })
  const [, same, , other] = seen
  assert.equal(same?.headers.authorization, 'Bearer s')
  assert.deepEqual(
    [other?.headers.authorization, other?.headers.cookie, other?.headers['x-api-key']],
    [undefined, undefined, undefined],
  )
  assert.deepEqual([other?.headers.accept, other?.headers['if-none-match']], ['text/x', '"e"'])
})

test('what we send is not carried to another origin, and a 303 asks again without it', async () => {
  const post = { method: 'POST', body: 'secret', headers: { 'content-type': 'text/plain' } }
  seen.length = 0
  for (const status of [307, 308])
    await failsWith('bad-redirect', at('a.test', `/go?status=${status}&to=${at('b.test')}`), post)
  assert.deepEqual(
    seen.map(({ host }) => host.split(':')[0]),
    ['a.test', 'a.test'],
  )
  await open.fetch(at('a.test', `/go?status=307&to=${at('a.test', '/again')}`), post)
  await open.fetch(at('a.test', `/go?status=303&to=${at('b.test', '/look')}`), post)
  assert.deepEqual(
    seen.slice(2).map(({ method, path, body }) => [method, path.split('?')[0], body]),
    [
      ['POST', '/go', 'secret'],
      ['POST', '/again', 'secret'],
      ['POST', '/go', 'secret'],
      ['GET', '/look', ''],
    ],
  )
})

test('an answer is cut off at its size, counted after decompression', async () => {
  assert.ok(bomb.length < 1_000_000)
  await failsWith('too-large', at('a.test', '/bomb'))
  await failsWith('too-large', at('a.test', '/large'))
  await failsWith('too-large', at('a.test', '/large'), { limits: { bytesMax: 1_000 } })
  assert.equal(
    (await (await open.fetch(at('a.test', '/large'), { limits: { bytesMax: 7_000_000 } })).bytes()).length,
    6_000_000,
  )
  await failsWith('bad-answer', at('a.test', '/damaged'))
})

test('a server that is slow in any way is left', async () => {
  await failsWith('too-slow', at('a.test', '/silent'), { limits: { headersMs: 60 } })
  await failsWith('too-slow', at('a.test', '/stops'), { limits: { idleMs: 60 } })
  await failsWith('too-slow', at('a.test', '/drips'), { limits: { idleMs: 200, totalMs: 300 } })
})

test('other troubles have their own names', async () => {
  await failsWith('not-found', at('nowhere.test'))
  await failsWith('bad-answer', `http://a.test:${(notHttp.address() as AddressInfo).port}/`)
  await failsWith('bad-answer', at('a.test').replace('http:', 'https:'))
  await failsWith('bad-url', 'http://a.test:9/')
  await failsWith('no-connection', `http://a.test:${await freePort()}/`)
  const stop = AbortSignal.timeout(30)
  await failsWith('aborted', at('a.test', '/silent'), { signal: stop })
  await failsWith('aborted', at('a.test'), { signal: AbortSignal.abort() })
})

test('it speaks as Wederhoor, takes every kind of body, and answers like fetch', async () => {
  seen.length = 0
  const form = new FormData()
  form.set('status', 'één')
  await open.fetch(at('a.test'), { method: 'POST', body: form })
  await open.fetch(new Request(at('a.test'), { method: 'PUT', body: 'text', headers: { 'user-agent': 'own' } }))
  await open.fetch(new URL(at('a.test')), { method: 'POST', body: new URLSearchParams({ q: 'a b' }) })
  assert.match(seen[0]?.headers['content-type'] ?? '', /^multipart\/form-data; boundary=/)
  assert.match(seen[0]?.body ?? '', /één/)
  assert.deepEqual(
    seen.map(({ headers }) => headers['user-agent']),
    ['Wederhoor/test (+https://care.test)', 'own', 'Wederhoor/test (+https://care.test)'],
  )
  assert.deepEqual([seen[1]?.body, seen[2]?.body], ['text', 'q=a+b'])
  const same = await open.fetch(at('a.test', '/same'))
  assert.deepEqual([same.status, same.headers.get('etag'), await same.text()], [304, '"a"', ''])
})

test('sockets go through the same door', async () => {
  seen.length = 0
  for (const url of [`ws://127.0.0.1:${port}/`, `ws://[::1]:${port}/`, `http://a.test:${port}/`, 'ws://user@a.test/'])
    assert.throws(() => open.openSocket(url), FetchFailed, url)
  const ended = (socket: WebSocket): Promise<string> =>
    new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(String(data)))
      socket.addEventListener('error', () => resolve('error'))
    })
  assert.equal(await ended(closed.openSocket(`ws://a.test:${port}/`)), 'error')
  assert.equal(seen.length, 0)
  const socket = open.openSocket(`ws://a.test:${port}/live`, { headers: { authorization: 'Bearer s' } })
  assert.equal(await ended(socket), 'hello')
  assert.deepEqual(
    [seen[0]?.path, seen[0]?.headers.authorization, seen[0]?.headers['user-agent']],
    ['/live', 'Bearer s', 'Wederhoor/test (+https://care.test)'],
  )
  socket.close()
})
