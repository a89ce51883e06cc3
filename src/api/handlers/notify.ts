import { handle } from '#api/handler.ts'
import { presentDevice, presentHook, presentMailServer, presentSettings } from '#api/present/present-notify.ts'
import { dropUndefined } from '#base/drop-undefined.ts'
import { addDevice, readDevices, removeDevice } from '#notify/change-device.ts'
import { readMailServer, removeMailServer, saveMailServer } from '#notify/mail-server.ts'
import { muteConversation, unmuteConversation } from '#notify/mute-conversation.ts'
import { changeMySettings, readMySettings } from '#notify/notice-settings.ts'
import { pushKeys } from '#notify/own-keys.ts'
import { readDigestTime, saveDigestTime } from '#notify/plan-digests.ts'
import { readHooks, removeHook, saveHook } from '#notify/save-hook.ts'
import { tryDevice, tryHook, tryMail } from '#notify/try-ways.ts'

export const notifyHandlers = handle({
  'GET /api/notices/settings': async ({ ctx }) => presentSettings(await readMySettings(ctx)),

  'PATCH /api/notices/settings': async ({ ctx }, { body }) =>
    presentSettings(await changeMySettings(ctx, dropUndefined(body))),

  'GET /api/devices': async ({ ctx }) => ({
    publicKey: (await pushKeys(ctx.app)).publicKey,
    devices: (await readDevices(ctx)).map(presentDevice),
  }),

  'POST /api/devices': async ({ ctx }, { body }) => presentDevice(await addDevice(ctx, body)),

  'DELETE /api/devices/{id}': async ({ ctx }, { params }) => {
    await removeDevice(ctx, params.id)
    return {}
  },

  'POST /api/devices/{id}/try': async ({ ctx }, { params }) => tryDevice(ctx, params.id),

  'GET /api/mail': async ({ ctx }) => {
    const server = await readMailServer(ctx)
    return { server: server && presentMailServer(server), digest: await readDigestTime(ctx) }
  },

  'PUT /api/mail': async ({ ctx }, { body }) => {
    await saveMailServer(ctx, body)
    return {}
  },

  'DELETE /api/mail': async ({ ctx }) => {
    await removeMailServer(ctx)
    return {}
  },

  'POST /api/mail/try': async ({ ctx }) => tryMail(ctx),

  'PUT /api/mail/digest': async ({ ctx }, { body }) => {
    await saveDigestTime(ctx, body)
    return {}
  },

  'GET /api/hooks': async ({ ctx }) => (await readHooks(ctx)).map(presentHook),

  'POST /api/hooks': async ({ ctx }, { body }) => presentHook(await saveHook(ctx, body)),

  'PUT /api/hooks/{id}': async ({ ctx }, { params, body }) => presentHook(await saveHook(ctx, { ...body, ...params })),

  'DELETE /api/hooks/{id}': async ({ ctx }, { params }) => {
    await removeHook(ctx, params.id)
    return {}
  },

  'POST /api/hooks/{id}/try': async ({ ctx }, { params }) => tryHook(ctx, params.id),

  'PUT /api/conversations/{id}/mute': async ({ ctx }, { params, body }) => {
    await muteConversation(ctx, { id: params.id, until: body.until === null ? null : new Date(body.until) })
    return {}
  },

  'DELETE /api/conversations/{id}/mute': async ({ ctx }, { params }) => {
    await unmuteConversation(ctx, params.id)
    return {}
  },
})
