import { handle } from '#api/handler.ts'
import { changeAlertSettings, readAlertSettings } from '#crisis/alerts/change-settings.ts'
import { addExpectedPeak, readExpectedPeaks, removeExpectedPeak } from '#crisis/alerts/expect-peak.ts'
import { refuseAlert, seeAlert } from '#crisis/alerts/judge-alert.ts'
import { readAlert } from '#crisis/alerts/read-alert.ts'
import { readAlerts } from '#crisis/alerts/read-alerts.ts'

export const alertHandlers = handle({
  'GET /api/alerts': ({ ctx }) => readAlerts(ctx),

  'GET /api/alerts/{id}': ({ ctx }, { params }) => readAlert(ctx, params.id),

  'POST /api/alerts/{id}/seen': async ({ ctx }, { params }) => {
    await seeAlert(ctx, params.id)
    return {}
  },

  'POST /api/alerts/{id}/false-alarm': async ({ ctx }, { params, body }) => {
    await refuseAlert(ctx, { id: params.id, ...body })
    return {}
  },

  'GET /api/alert-settings': ({ ctx }) => readAlertSettings(ctx),

  'PATCH /api/alert-settings': ({ ctx }, { body }) => changeAlertSettings(ctx, body),

  'GET /api/expected-peaks': ({ ctx }) => readExpectedPeaks(ctx),

  'POST /api/expected-peaks': async ({ ctx }, { body }) => ({ id: await addExpectedPeak(ctx, body) }),

  'DELETE /api/expected-peaks/{id}': async ({ ctx }, { params }) => {
    await removeExpectedPeak(ctx, params.id)
    return {}
  },
})
