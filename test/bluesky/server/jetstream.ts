import { lexToJson } from '@atproto/lex-json'
import { type Event, Firehose } from '@atproto/sync'
// This folder is a package of its own, so the root's `#` names end at its door.
import { type FakeJetstream, openFakeJetstream } from '../../../src/testing/fake-jetstream.ts'
import type { JetstreamEvent } from '../../../src/testing/jetstream-wire.ts'

/** Reads the firehose of a PDS and says it again on Jetstream's two wires, as Bluesky's own servers do. */
export async function openJetstream(pdsUrl: string): Promise<FakeJetstream> {
  const jetstream = await openFakeJetstream()
  const firehose = new Firehose({
    service: pdsUrl.replace('http', 'ws'),
    // The PDS stands on loopback and was started by us: its signatures prove nothing more.
    idResolver: undefined as never,
    unauthenticatedCommits: true,
    excludeIdentity: true,
    excludeSync: true,
    handleEvent: (event) => {
      const said = translate(event)
      if (said) jetstream.broadcast(said)
    },
    onError: (error) => console.error(`firehose: ${error.message}`),
  })
  void firehose.start()
  return {
    ...jetstream,
    close: async () => {
      await firehose.destroy()
      await jetstream.close()
    },
  }
}

function translate(event: Event): JetstreamEvent | undefined {
  switch (event.event) {
    case 'create':
    case 'update':
    case 'delete': {
      const { did, collection, rkey, rev, event: operation } = event
      const common = { kind: 'commit', did, collection, rkey, rev, operation } as const
      if (event.event === 'delete') return common
      return { ...common, cid: event.cid.toString(), record: lexToJson(event.record) as Record<string, unknown> }
    }
    case 'account':
      return { kind: 'account', did: event.did, active: event.active, status: event.status }
    case 'identity':
    case 'sync':
      return undefined
  }
}
