import { z } from 'zod'
import { connect, notifications } from '#connectors/bluesky/account.ts'
import { isJetstreamAddress } from '#connectors/bluesky/jetstream-frame.ts'
import { fillAuthors, recheck } from '#connectors/bluesky/public-view.ts'
import { find, like, postLimit, remove, send } from '#connectors/bluesky/reply.ts'
import { searchPast } from '#connectors/bluesky/search.ts'
import { streamPosts } from '#connectors/bluesky/stream.ts'
import { trySource } from '#connectors/bluesky/try-source.ts'
import { defineConnector } from '#domain/connector.ts'
import { field } from '#domain/settings-form.ts'

const publicServers = [
  'wss://jetstream1.us-east.bsky.network/subscribe',
  'wss://jetstream2.us-east.bsky.network/subscribe',
  'wss://jetstream1.us-west.bsky.network/subscribe',
  'wss://jetstream2.us-west.bsky.network/subscribe',
]
const publicAppview = 'https://public.api.bsky.app'

/** The form draws a list of texts, so the address is checked by a rule of its own. */
const notJetstream = {
  en: 'this is no address of a Jetstream server, such as wss://jetstream1.us-east.bsky.network/subscribe.',
  nl: 'dit is geen adres van een Jetstream-server, zoals wss://jetstream1.us-east.bsky.network/subscribe.',
}
const endpoint = z
  .string()
  .max(500)
  .refine(isJetstreamAddress, { error: notJetstream.en, params: { words: notJetstream } })

const settings = z.object({
  endpoints: z
    .array(endpoint)
    .min(1)
    .max(8)
    .default(publicServers)
    .meta(
      field({
        label: { en: 'Jetstream servers', nl: 'Jetstream-servers' },
        help: {
          en: 'The first that answers is used. Leave the four public ones unless you run your own.',
          nl: 'De eerste die antwoordt wordt gebruikt. Laat de vier openbare staan, tenzij je er zelf een hebt.',
        },
        example: publicServers[0],
      }),
    ),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .default([])
    .meta(
      field({
        label: { en: 'Languages', nl: 'Talen' },
        help: {
          en: 'Posts that say they are in another language are not heard. Empty: all languages.',
          nl: 'Berichten die zeggen in een andere taal te zijn, worden niet gehoord. Leeg: alle talen.',
        },
        example: 'nl',
      }),
    ),
  appview: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default(publicAppview)
    .meta(
      field({
        label: { en: 'Server for profiles', nl: 'Server voor profielen' },
        help: { en: 'Where names and pictures come from.', nl: 'Waar namen en foto’s vandaan komen.' },
        example: publicAppview,
      }),
    ),
})

const credentials = z.object({
  service: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default('https://bsky.social')
    .meta(
      field({
        label: { en: 'Server of the account', nl: 'Server van het account' },
        help: { en: 'Nearly always https://bsky.social.', nl: 'Bijna altijd https://bsky.social.' },
        example: 'https://bsky.social',
      }),
    ),
  identifier: z
    .string()
    .min(3)
    .max(253)
    .meta(field({ label: { en: 'Handle', nl: 'Naam op Bluesky' }, example: 'yourcompany.bsky.social' })),
  appPassword: z
    .string()
    .min(8)
    .max(256)
    .meta(
      field({
        secret: true,
        label: { en: 'App password', nl: 'App-wachtwoord' },
        help: {
          en: 'Make one in Bluesky under Settings, Privacy and security, App passwords. Not your own password.',
          nl: 'Maak er een in Bluesky onder Instellingen, Privacy en beveiliging, App-wachtwoorden. Niet je eigen wachtwoord.',
        },
        example: 'abcd-efgh-ijkl-mnop',
      }),
    ),
})

/** Bluesky: all of it by Jetstream without any key; what is addressed to our account by its notifications; answers as the account. */
export default defineConnector({
  id: 'bluesky',
  name: 'Bluesky',
  about: {
    en: 'Hears every public post on Bluesky within a second, without a key. With an account you answer from here.',
    nl: 'Hoort elk openbaar bericht op Bluesky binnen een seconde, zonder sleutel. Met een account antwoord je van hieruit.',
  },
  settings,
  credentials,
  firstSource: () => settings.parse({}),
  stream: streamPosts,
  tellsDeletions: true,
  search: searchPast,
  fillAuthors,
  trySource,
  sourceName: ({ languages }) => (languages.length > 0 ? `Bluesky: ${languages.join(', ')}` : 'Bluesky'),
  connect,
  notifications,
  everyMs: 30_000,
  limits: postLimit,
  // The record key is ours, so the same answer written twice is one answer.
  reply: { recovery: 'key', visibleWithinMs: 5_000, send, find, remove },
  like,
  recheck: (context, { settings: chosen, post }) =>
    recheck(context, { settings: chosen ?? { appview: publicAppview }, post }),
})
