import { useLingui } from '@lingui/react/macro'
import type { AlertView } from '#api/contract/alert-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { useAsk } from '#web/api.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { type Begun, OpenIncident } from '#web/screens/crisis/open-incident.tsx'
import { useAlertName, useAlertSentence } from './alert-words.ts'

/** The same form, filled with all that the alert knows: one confirms. */
export function FromAlert({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const nameOf = useAlertName()
  const sentenceOf = useAlertSentence()
  const { data, error, refetch } = useAsk('GET /api/alerts/{id}', { params: { id } })
  if (data)
    return (
      <OpenIncident
        begun={begunBy(data, {
          title: data.topics[0]?.name ?? (data.scopes[0]?.kind === 'story' ? t`A story that spreads` : nameOf(data)),
          happening: sentenceOf(data),
        })}
        onClose={onClose}
      />
    )
  return (
    <Dialog isOpen onClose={onClose} title={t`Open an incident`}>
      {error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`What the alert knows is on its way`} count={2} />
      )}
    </Dialog>
  )
}

/** Its searches bring their conversations by themselves; a story, or what no search names, is brought by its messages. */
function begunBy(alert: AlertView, { title, happening }: { title: string; happening: string }): Begun {
  const { id, beganAt, topics, scopes, messages } = alert
  const isByMessages = topics.length === 0 || scopes.some(({ kind }) => kind === 'story')
  return {
    ...{ title, happening: happening.slice(0, most.happening), alertId: id, beganAt },
    topicIds: topics.map((one) => one.id),
    conversationIds: isByMessages ? [...new Set(messages.map(({ conversationId }) => conversationId))] : [],
  }
}
