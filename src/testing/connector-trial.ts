import assert from 'node:assert/strict'
import type { AccountRef, Connector, ConnectorContext, Failure, Heard, PostRef, Searched } from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { formFields } from '#domain/settings-form.ts'
import { openFakeClock } from './fake-clock.ts'
import { always, openTapedNetwork, type SocketTape, type Tape, type TapedAnswer, type TapedNetwork } from './tape.ts'
import { afterMs, assertTexts, assertWords, sameItem } from './trial-checks.ts'

/** One network for one run. A factory, because tapes with lists and fake servers remember what they were asked. */
export type TrialNetwork = { tape: Tape; sockets?: SocketTape }

export type ConnectorTrial<Settings, Credentials> = {
  settings: Settings
  credentials?: Credentials
  account?: AccountRef
  terms?: readonly string[]
  /** The moment of the test; tapes hold fixed dates. */
  now?: string
  tape: () => TrialNetwork
  /** The texts of the posts a first run hears, in any order. */
  hears: readonly string[]
  /** The same network with nothing new, or nothing at all. */
  empty: () => TrialNetwork
  /** What is heard from the first run's cursor on, when the network has moved. */
  later?: { tape: () => TrialNetwork; hears: readonly string[] }
  /** A cursor as something that can be compared, so that going back is seen. */
  progress?: (cursor: unknown) => number | bigint | string
  /** What a look back finds, in any order; for connectors that can search. */
  past?: { tape: () => TrialNetwork; since: Date; finds: readonly string[] }
  /** What was addressed to the account. */
  notified?: readonly string[]
  /** A reply of which the fake network can say how often it stands there. */
  sends?: { post: PostRef; text: string; open: () => TrialNetwork & { stands: () => number } }
}

const pagesMax = 50
const settleMsMax = 1_000
const key = '0196a1b2-0000-7000-8000-000000000001'

type Method = { name: string; call: (context: ConnectorContext) => Promise<{ kind: string }> }

/** One connector and its tape; each method is one promise. */
export class Trial<Settings, Credentials> {
  readonly connector: Connector<Settings, Credentials>
  readonly trial: ConnectorTrial<Settings, Credentials>

  constructor(connector: Connector<Settings, Credentials>, trial: ConnectorTrial<Settings, Credentials>) {
    this.connector = connector
    this.trial = trial
  }

  drawsForms(): void {
    const { connector } = this
    for (const schema of [connector.settings, connector.credentials]) if (schema) formFields(schema)
    assertWords(connector.about, 'about')
    assert.match(connector.id, /^[a-z][a-z0-9]*$/)
    assert.ok(
      this.connector.settings.safeParse(this.trial.settings).success,
      'the settings of this test fit their schema',
    )
  }

  startsAlone(): void {
    for (const terms of [['Acme Bakery', 'acme'], []]) {
      const settings = this.connector.firstSource?.(terms)
      if (settings !== undefined) this.connector.settings.parse(settings)
    }
  }

  async hears(): Promise<void> {
    const { items } = await this.run(this.trial.tape)
    assertTexts(items, this.trial.hears)
    for (const item of items) {
      if (!('post' in item)) continue
      const post = postSchema.parse(item.post)
      assert.equal(post.network, this.connector.id)
    }
  }

  async keepsIds(): Promise<void> {
    const ids = async (): Promise<string[]> =>
      (await this.run(this.trial.tape)).items.map((item) => ('post' in item ? item.post.nativeId : item.nativeId))
    const [once, twice] = [await ids(), await ids()]
    assert.deepEqual(twice, once)
    assert.equal(new Set(once).size, once.length, 'an id names one post')
  }

  async movesOn(): Promise<void> {
    const { trial } = this
    const first = await this.run(trial.tape)
    if (trial.hears.length > 0) assert.notEqual(first.cursor, undefined, 'something was heard, so there is a cursor')
    const cursors = [...first.cursors]
    cursors.push((await this.run(trial.tape, first.cursor)).cursor)
    if (trial.later) {
      const later = await this.run(trial.later.tape, first.cursor)
      assertTexts(
        later.items.filter((item) => !first.items.some((old) => sameItem(old, item))),
        trial.later.hears,
      )
      assert.notDeepEqual(later.cursor, first.cursor, 'the cursor moved on')
      cursors.push(...later.cursors)
      // The network shows us an older view of itself, as caches do.
      cursors.push((await this.run(trial.tape, later.cursor)).cursor)
    }
    for (const [index, cursor] of cursors.entries()) {
      assert.deepEqual(cursor, JSON.parse(JSON.stringify(cursor)), 'a cursor is plain JSON')
      const before = cursors[index - 1]
      if (trial.progress && index > 0)
        assert.ok(trial.progress(cursor) >= trial.progress(before), 'the cursor never goes back')
    }
  }

  async keepsCursor(): Promise<void> {
    const { trial } = this
    const first = await this.run(trial.tape)
    const { items, cursor } = await this.run(trial.empty, first.cursor)
    assertTexts(
      items.filter((item) => !first.items.some((old) => sameItem(old, item))),
      [],
    )
    if (trial.progress) assert.ok(trial.progress(cursor) >= trial.progress(first.cursor))
    else assert.deepEqual(cursor, first.cursor)
  }

  async tries(): Promise<void> {
    const network = this.open(this.trial.tape())
    const tried = await this.connector.trySource(network.context(), this.ask(undefined))
    assert.ok(tried.kind === 'tried', `a try gives ${JSON.stringify(tried)}`)
    assertWords(tried.says, 'the words of a try')
    for (const post of tried.found) postSchema.parse(post)
    assert.deepEqual(
      network.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD'),
      [],
    )
    assert.deepEqual(network.outside, [])
  }

  async waits(): Promise<void> {
    const now = new Date(this.trial.now ?? openFakeClock().now())
    const until = new Date(Math.floor(now.getTime() / 1_000) * 1_000 + 120_000)
    for (const after of ['120', until.toUTCString()]) {
      await this.meets({ status: 429, headers: { 'retry-after': after }, body: {} }, ['wait'], (failure) => {
        assert.ok(failure.kind === 'wait')
        assert.ok(
          Math.abs(failure.until.getTime() - until.getTime()) < 1_000,
          `${after} is kept to the second: ${failure.until.toISOString()}`,
        )
      })
    }
    await this.meets({ status: 429, body: '' }, ['wait'], (failure) =>
      assert.ok(failure.kind === 'wait' && failure.until > now),
    )
  }

  async meetsTrouble(): Promise<void> {
    for (const status of [500, 502, 503, 504]) await this.meets({ status, body: '' }, ['retry'])
    for (const fails of ['no-connection', 'too-slow', 'not-found'] as const) await this.meets({ fails }, ['retry'])
    for (const fails of ['inside-address', 'too-large', 'bad-redirect'] as const)
      await this.meets({ fails }, ['refused'])
    for (const status of [403, 404, 410, 422]) await this.meets({ status, body: {} }, ['refused', 'reconnect'])
  }

  async meetsNonsense(): Promise<void> {
    for (const body of [
      '',
      'not what you asked for',
      '{"half":',
      '[]',
      '{}',
      'null',
      '<html><body>Welcome</body></html>',
    ]) {
      await this.meets({ body }, ['retry', 'refused', 'reconnect', 'heard', 'tried', 'connected', 'searched'])
    }
  }

  /** Every method that asks something meets the same answer; none may throw. Sending has its own promise. */
  async meets(
    answer: TapedAnswer,
    kinds: readonly string[],
    look: (failure: Failure) => void = () => {},
  ): Promise<void> {
    for (const { name, call } of this.methods()) {
      const outcome = await call(this.open({ tape: always(answer) }).context())
      assert.ok(
        kinds.includes(outcome.kind),
        `${name} on ${JSON.stringify(answer)} gives ${JSON.stringify(outcome)}, not ${kinds.join(' or ')}`,
      )
      if (!isFailure(outcome)) continue
      assertWords(outcome.why, name)
      look(outcome)
    }
  }

  async aborts(): Promise<void> {
    const silent = { tape: always('hangs'), sockets: () => () => {} }
    const methods = [...this.methods(), ...this.sending(), ...this.streaming()]
    for (const { name, call } of methods) {
      const controller = new AbortController()
      const settled = call(this.open(silent).context(controller.signal)).then(
        () => true,
        () => true,
      )
      setImmediate(() => controller.abort())
      assert.ok(await Promise.race([settled, afterMs(settleMsMax)]), `${name} goes on after abort`)
    }
  }

  async looksBack(): Promise<void> {
    const { past } = this.trial
    assert.ok(past, 'a connector that can search shows it in its trial')
    const network = this.open(past.tape())
    const posts = new Map<string, Post>()
    for await (const page of this.pagesBack(network, past.since)) {
      for (const one of page.posts) {
        const post = postSchema.parse(one)
        assert.equal(post.network, this.connector.id)
        assert.ok(post.publishedAt >= past.since, 'nothing older was asked for')
        posts.set(post.nativeId, post)
      }
    }
    const found = [...posts.values()].map(({ text }) => text)
    assert.deepEqual(found.toSorted(), past.finds.toSorted())
    assert.deepEqual(network.outside, [], 'no request outside the tape')
  }

  /** Each page from the cursor of the one before, as it comes back from the database. */
  private async *pagesBack(network: TapedNetwork, since: Date): AsyncIterable<Searched> {
    let cursor: unknown
    for (let page = 0; page < pagesMax; page++) {
      const found = await this.connector.search?.(network.context(), { ...this.askForPast(), since, cursor })
      assert.ok(found?.kind === 'searched', JSON.stringify(found))
      if (found.leavesOut) assertWords(found.leavesOut, 'what a search leaves out')
      yield found
      if (!found.more) return
      assert.deepEqual(found.cursor, JSON.parse(JSON.stringify(found.cursor)), 'a cursor is plain JSON')
      cursor = found.cursor
    }
    assert.fail(`a look back takes more than ${pagesMax} pages`)
  }

  async hearsNotifications(): Promise<void> {
    const network = this.open(this.trial.tape())
    const { credentials, account } = this.speaker()
    const heard = await this.connector.notifications?.(network.context(), { credentials, account, cursor: undefined })
    assert.ok(heard?.kind === 'heard', JSON.stringify(heard))
    assertTexts(heard.items, this.trial.notified ?? [])
    for (const item of heard.items) if ('post' in item) postSchema.parse(item.post)
    assert.deepEqual(network.outside, [])
    const empty = await this.connector.notifications?.(this.open(this.trial.empty()).context(), {
      credentials,
      account,
      cursor: heard.cursor,
    })
    assert.ok(empty?.kind === 'heard' && empty.items.length === 0, 'nothing new is nothing')
    assert.deepEqual(empty.cursor, heard.cursor, 'an empty page keeps the cursor')
  }

  private methods(): Method[] {
    const { connector } = this
    const methods: Method[] = [
      { name: 'trySource', call: (context) => connector.trySource(context, this.ask(undefined)) },
    ]
    const { poll, search, connect, notifications } = connector
    if (search) methods.push({ name: 'search', call: (context) => search(context, this.askForPast()) })
    if (poll) methods.push({ name: 'poll', call: (context) => poll(context, this.ask(undefined)) })
    if (this.trial.credentials === undefined) return methods
    const { credentials, account } = this.speaker()
    if (connect) methods.push({ name: 'connect', call: (context) => connect(context, credentials) })
    if (notifications)
      methods.push({
        name: 'notifications',
        call: (context) => notifications(context, { credentials, account, cursor: undefined }),
      })
    return methods
  }

  private sending(): Method[] {
    const { reply } = this.connector
    if (!reply || !this.trial.sends) return []
    const methods: Method[] = [{ name: 'send', call: (context) => reply.send(context, this.sendAsk(context.now())) }]
    if (reply.find)
      methods.push({
        name: 'find',
        call: async (context) => (await reply.find?.(context, this.sendAsk(context.now()))) ?? { kind: 'none' },
      })
    return methods
  }

  private streaming(): Method[] {
    const { stream } = this.connector
    if (!stream) return []
    const drain = async (context: ConnectorContext): Promise<{ kind: string }> => {
      for await (const _ of stream(context, this.ask(undefined))) if (context.signal.aborted) break
      return { kind: 'ended' }
    }
    return [{ name: 'stream', call: drain }]
  }

  /** From the cursor on until there is no more: by polls, or by a stream where there are no polls. */
  private async run(
    open: () => TrialNetwork,
    from?: unknown,
  ): Promise<{ items: Heard['items'][number][]; cursor: unknown; cursors: unknown[] }> {
    const network = this.open(open())
    const items: Heard['items'][number][] = []
    const cursors: unknown[] = []
    let cursor = from
    for await (const heard of this.pages(network, from)) {
      assert.ok(heard.kind === 'heard', `the tape gives ${JSON.stringify(heard)}`)
      items.push(...heard.items)
      cursor = heard.cursor
      cursors.push(cursor)
    }
    assert.deepEqual(network.outside, [], 'no request outside the tape')
    return { items, cursor, cursors }
  }

  private async *pages(network: TapedNetwork, from: unknown): AsyncIterable<Heard | Failure> {
    const { poll, stream } = this.connector
    if (!poll) {
      assert.ok(stream, 'a connector polls or streams')
      // A stream ends with a failure when the far end hangs up; on a tape that is the end of the run.
      for await (const heard of stream(network.context(), this.ask(from))) {
        if (isFailure(heard)) return
        yield heard
      }
      return
    }
    let cursor = from
    for (let page = 0; page < pagesMax; page++) {
      const heard = await poll(network.context(), this.ask(cursor))
      yield heard
      if (heard.kind !== 'heard' || !heard.more) return
      cursor = heard.cursor
    }
    assert.fail(`more than ${pagesMax} pages`)
  }

  open(network: TrialNetwork): TapedNetwork {
    return openTapedNetwork({ ...network, clock: openFakeClock(this.trial.now) })
  }

  private ask(cursor: unknown) {
    const { settings, credentials, terms = [] } = this.trial
    return { settings, cursor, credentials, terms }
  }

  private askForPast() {
    const { terms = [], ...ask } = this.ask(undefined)
    return { ...ask, terms: terms.length > 0 ? terms : ['acme'], since: new Date(0) }
  }

  speaker(): { credentials: Credentials; account: AccountRef } {
    const { credentials, account } = this.trial
    assert.ok(credentials !== undefined && account, 'the trial names credentials and an account')
    return { credentials, account }
  }

  sendAsk(since: Date) {
    const { sends } = this.trial
    assert.ok(sends)
    return {
      ...this.speaker(),
      post: sends.post,
      text: sends.text,
      lang: 'en',
      visibility: 'public' as const,
      key,
      since,
    }
  }
}
