import { eq } from 'drizzle-orm'
import webPush from 'web-push'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { ownKeys } from '#db/tables/notify.ts'

const name = 'push'
const place = 'own-keys/push'

export type PushKeys = { publicKey: string; privateKey: string }

/**
 * The keys with which this Wederhoor signs its pushes (VAPID, RFC 8292). Made once, by whoever asks first: a browser that subscribed holds
 * fast to the public one.
 */
export async function pushKeys(app: App): Promise<PushKeys> {
  return app.db.asSystem(async (tx) => {
    const [known] = await tx.select().from(ownKeys).where(eq(ownKeys.name, name))
    const made = webPush.generateVAPIDKeys()
    const sealed = { publicKey: made.publicKey, privateKey: app.secrets.seal(made.privateKey, 'notify', place) }
    if (!known)
      await tx
        .insert(ownKeys)
        .values({ name, ...sealed, at: app.clock.now() })
        .onConflictDoNothing()
    const [row] = known ? [known] : await tx.select().from(ownKeys).where(eq(ownKeys.name, name))
    const { publicKey, privateKey } = present(row, 'the keys just kept are read')
    return { publicKey, privateKey: app.secrets.open(privateKey, 'notify', place) }
  })
}
