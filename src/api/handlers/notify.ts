import { handle } from '#api/handler.ts'
import { dropUndefined } from '#base/drop-undefined.ts'
import type { NoticeSettings } from '#domain/notice.ts'
import { changeMySettings, readMySettings } from '#notify/notice-settings.ts'

function presentSettings(settings: NoticeSettings) {
  return { ...settings, levels: { ...settings.levels } }
}

export const notifyHandlers = handle({
  'GET /api/notices/settings': async ({ ctx }) => presentSettings(await readMySettings(ctx)),

  'PATCH /api/notices/settings': async ({ ctx }, { body }) =>
    presentSettings(await changeMySettings(ctx, dropUndefined(body))),
})
