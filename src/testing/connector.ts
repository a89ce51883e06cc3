import { test } from 'node:test'
import type { Connector } from '#domain/connector.ts'
import { type ConnectorTrial, Trial } from './connector-trial.ts'
import { neverGuesses, standsOnce } from './reply-trial.ts'

export type { ConnectorTrial, TrialNetwork } from './connector-trial.ts'

/**
 * The promises every connector makes, as tests. Call it at the top of `connectors/<id>.test.ts`; what is special to one
 * network is tested beside it.
 */
export function testConnector<Settings, Credentials>(
  connector: Connector<Settings, Credentials>,
  trial: ConnectorTrial<Settings, Credentials>,
): void {
  const run = new Trial(connector, trial)
  const it = (promise: string, check: () => void | Promise<void>): void =>
    void test(`${connector.id}: ${promise}`, check)

  it('settings and credentials draw a form in both languages', () => run.drawsForms())
  it('the first source fits the settings', () => run.startsAlone())
  it('what is on the tape is heard as valid posts', () => run.hears())
  it('two runs give the same ids', () => run.keepsIds())
  it('the cursor moves on, is plain JSON, and never goes back', () => run.movesOn())
  it('an empty page keeps the cursor', () => run.keepsCursor())
  it('a try tells in both languages what was found, and changes nothing', () => run.tries())
  it('429 is a wait until Retry-After, in seconds and as a date', () => run.waits())
  it('401 asks to connect again', () => run.meets({ status: 401, body: {} }, ['reconnect']))
  it('trouble over there is tried again', () => run.meetsTrouble())
  it('nonsense in place of an answer is a failure, not a crash', () => run.meetsNonsense())
  it('abort ends everything within a second', () => run.aborts())
  if (connector.search) it('a look back finds what was said, page after page, and ends', () => run.looksBack())
  if (trial.notified) it('what is addressed to the account is heard', () => run.hearsNotifications())
  if (trial.sends) {
    it('a reply stands once and is found again', () => standsOnce(run))
    it('a reply that may have been sent is never called a failure', () => neverGuesses(run))
  }
}
