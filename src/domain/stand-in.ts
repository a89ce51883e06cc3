import { z } from 'zod'
import type { Connector, Failure, Words } from './connector.ts'
import { field } from './settings-form.ts'

const says: Words = {
  en: 'This is the demo company: it hears its own story and nothing else. In your own workspace this source would be tried now.',
  nl: 'Dit is het demobedrijf: het hoort zijn eigen verhaal en verder niets. In je eigen werkruimte werd deze bron nu geprobeerd.',
}
const deaf: Failure = { kind: 'refused', why: says }
/** The story is told a few times a minute; a source of it is late only after a while. */
const everyMs = 300_000

const credentialsSchema = z.object({
  handle: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta(
      field({
        label: { en: 'Name', nl: 'Naam' },
        help: {
          en: 'Any name will do: this account exists in the demo only, and no network is asked.',
          nl: 'Elke naam is goed: dit account bestaat alleen in de demo en er wordt geen netwerk gevraagd.',
        },
        example: 'zilvermeeuw',
      }),
    ),
})
type Credentials = z.infer<typeof credentialsSchema>

/**
 * Takes the place of a network in a demo company. It can what the network can, and does it here: an answer stands at once, a
 * like is noted, nothing is asked of anybody. It hears nothing: the story comes from elsewhere.
 */
export function standIn(network: Connector): Connector {
  const { id, name, about, settings, limits, reply, like, search, community, promotion } = network
  const connect: Connector<unknown, Credentials>['connect'] = async (_context, { handle }) => ({
    kind: 'connected',
    account: { nativeId: `demo:${handle}`, handle, name: handle },
  })
  const speaks: Partial<Connector<unknown, Credentials>> = reply
    ? {
        credentials: credentialsSchema,
        connect,
        reply: {
          recovery: 'key',
          visibleWithinMs: 0,
          send: async (_context, { key }) => ({ kind: 'sent', nativeId: `demo:${key}` }),
          ...(reply.remove ? { remove: async () => ({ kind: 'acted' }) } : {}),
        },
      }
    : {}
  return {
    id,
    name,
    about,
    settings,
    everyMs,
    trySource: async () => deaf,
    // The story has no past but what was told already.
    ...(search ? { search: async () => ({ kind: 'searched', posts: [], cursor: null, more: false }) } : {}),
    ...(limits ? { limits } : {}),
    ...(community ? { community } : {}),
    ...(promotion ? { promotion } : {}),
    // The credentials are those of the schema beside them, as with every connector that is found by its folder.
    ...(speaks as Partial<Connector>),
    ...(like ? { like: async () => ({ kind: 'acted' }) } : {}),
  }
}
