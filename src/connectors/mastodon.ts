import { z } from 'zod'
import { minute, second } from '#base/clock.ts'
import { connect, notifications, usualLimit } from '#connectors/mastodon/account.ts'
import type { Credentials } from '#connectors/mastodon/call.ts'
import { find, like, recheck, remove, send } from '#connectors/mastodon/reply.ts'
import { searchTags, tagOf } from '#connectors/mastodon/search.ts'
import { streamTags } from '#connectors/mastodon/stream.ts'
import { pollTags, type Settings, tryTags } from '#connectors/mastodon/tags.ts'
import { defineConnector } from '#domain/connector.ts'
import { field } from '#domain/settings-form.ts'

const firstServer = 'mastodon.social'
const firstTagsMax = 5
const tagsMax = 20
const tag = /^(?=.*\p{L})[\p{L}\p{M}\p{N}_]{1,100}$/u

const server = z
  .string()
  .trim()
  .max(300)
  .regex(/^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d{1,5})?\/?$/iu)

const settings = z.object({
  server: server.default(firstServer).meta(
    field({
      label: { en: 'Server', nl: 'Server' },
      help: {
        en: 'Where we listen. A large server hears most of the others. Any server that speaks the Mastodon API will do.',
        nl: 'Waar we luisteren. Een grote server hoort de meeste andere. Elke server die de Mastodon-API spreekt, is goed.',
      },
      example: firstServer,
    }),
  ),
  tags: z
    .array(
      z
        .string()
        .trim()
        .overwrite((text) => text.replace(/^#/, ''))
        .regex(tag),
    )
    .min(1)
    .max(tagsMax)
    .meta(
      field({
        label: { en: 'Hashtags', nl: 'Hashtags' },
        help: {
          en: 'Posts with one of these hashtags are heard. Without an account a server shows nothing else.',
          nl: 'Berichten met een van deze hashtags worden gehoord. Zonder account toont een server niets anders.',
        },
        example: 'AcmeBakery',
      }),
    ),
})

const credentials = z.object({
  server: server.meta(
    field({ label: { en: 'Server of the account', nl: 'Server van het account' }, example: firstServer }),
  ),
  token: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .meta(
      field({
        label: { en: 'Access token', nl: 'Toegangstoken' },
        help: {
          en: 'On your server: Preferences, Development, New application, with the scopes read, write:statuses and write:favourites.',
          nl: 'Op je server: Voorkeuren, Ontwikkeling, Nieuwe toepassing, met de rechten read, write:statuses en write:favourites.',
        },
        secret: true,
      }),
    ),
})

/** Mastodon and every other server that speaks its API. Hashtags need no account; mentions, streams and answers do. */
export default defineConnector<Settings, Credentials>({
  id: 'mastodon',
  name: 'Mastodon',
  about: {
    en: 'Posts with your hashtags on Mastodon and the servers it talks to; with an account also mentions and answers.',
    nl: 'Berichten met je hashtags op Mastodon en de servers waarmee het praat; met een account ook vermeldingen en antwoorden.',
  },
  settings,
  credentials,
  firstSource,
  everyMs: minute,
  poll: pollTags,
  stream: streamTags,
  search: searchTags,
  trySource: tryTags,
  sourceName: ({ tags }) => `Mastodon: ${tags.map((name) => `#${name}`).join(', ')}`,
  connect,
  notifications,
  limits: usualLimit,
  reply: { recovery: 'read-back', canDirect: true, visibleWithinMs: 15 * second, send, find, remove },
  like,
  // Each server has rules of its own, and moderators who hold people to them.
  community: ({ handle }) => {
    const [, home = ''] = handle.split('@')
    return home ? { place: home.toLowerCase(), name: home.toLowerCase() } : undefined
  },
  recheck,
})

/** “Acme Bakery” → #AcmeBakery, as people write it. */
function firstSource(topicTerms: readonly string[]): Settings | undefined {
  const tags = topicTerms.map(tagOf).filter((name) => name !== undefined)
  const unique = [...new Map(tags.map((name) => [name.toLowerCase(), name])).values()]
  return unique.length > 0 ? { server: firstServer, tags: unique.slice(0, firstTagsMax) } : undefined
}
