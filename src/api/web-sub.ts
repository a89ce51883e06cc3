import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '#base/errors.ts'
import { hearHub, verifyHub } from '#listen/hear-hub.ts'
import { webSubPath } from '#listen/subscribe-hub.ts'
import type { House } from './handler.ts'

const deliveryBytesMax = 2_000_000

/**
 * Where hubs call (WebSub). Open, for a hub has no session and no origin: the address is known to the hub alone, and
 * what it sends counts by its signature. It stands before the guards of our own screens for that reason.
 */
export function addWebSub(server: Pick<Hono, 'get' | 'post' | 'use'>, house: House): void {
  const path = `${webSubPath}/:id` as const
  server.use(path, bodyLimit({ maxSize: deliveryBytesMax, onError: () => Promise.reject(tooLarge()) }))
  server.get(path, async (context) => {
    const says = await verifyHub(house.app, context.req.param('id'), new URL(context.req.url).searchParams)
    return says === undefined ? context.text('This was not asked for.', 404) : context.text(says)
  })
  server.post(path, async (context) => {
    const delivered = await hearHub(house.app, {
      id: context.req.param('id'),
      signature: context.req.header('x-hub-signature') ?? null,
      body: new Uint8Array(await context.req.arrayBuffer()),
    })
    if (delivered === 'gone') return context.text('Nobody here waits for this any more.', 410)
    if (delivered === 'heard') house.nudge('sources')
    return context.body(null, 202)
  })
}

function tooLarge(): AppError {
  return new AppError('too_large', 'This is more than a hub can send at once.')
}
