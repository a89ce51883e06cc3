import { useLingui } from '@lingui/react/macro'
import type { HappeningView } from '#api/contract/incident-shapes.ts'
import { lanes } from '#domain/incident.ts'
import { useLaneNames } from './lane-words.ts'

/** A line of the timeline in one sentence. Who did it stands before it. */
export function useHappeningWords(): (happening: HappeningView) => string {
  const { t } = useLingui()
  const laneNames = useLaneNames()
  return ({ action, details, about, conversation }) => {
    const who = about?.name ?? t`a colleague`
    const key = conversation?.key ?? (typeof details.key === 'string' ? details.key : '')
    const number = typeof details.version === 'number' ? details.version : 0
    const severity = typeof details.severity === 'number' ? details.severity : 0
    switch (action) {
      case 'alert.raise':
        return t`an alert: severity ${severity} of 10`
      case 'alert.again':
        return t`it flared up again: severity ${severity} of 10`
      case 'alert.end':
        return t`the alert was over`
      case 'incident.open':
        return t`opened the incident`
      case 'incident.change':
        if (details.leadId) return t`gave the lead to ${who}`
        return details.commsId ? t`gave communications to ${who}` : t`changed what holds for the room`
      case 'incident.put':
        return details.part === null
          ? t`took ${who} out of the room`
          : details.part === 'observer'
            ? t`let ${who} observe`
            : t`let ${who} into the room`
      case 'incident.propose_line':
        return t`wrote version ${number} of the line`
      case 'incident.approve_line':
        return t`approved version ${number}: this is the line`
      case 'incident.send_back_line':
        return t`sent version ${number} of the line back`
      case 'incident.add_task':
        return t`added a task`
      case 'incident.change_task':
        return details.isDone === true
          ? t`did a task`
          : details.isDone === false
            ? t`opened a task again`
            : details.assigneeId
              ? t`gave a task to ${who}`
              : t`took a task from whoever had it`
      case 'incident.remove_task':
        return t`took a task off the list`
      case 'incident.place': {
        const lane = lanes.find((one) => one === details.lane)
        if (details.lane === 'out') return t`took ${key} out of the incident`
        if (!lane) return t`put ${key} into the incident`
        const name = laneNames[lane]
        return t`put ${key} into “${name}”`
      }
      case 'incident.decide':
        return t`wrote down a decision`
      case 'incident.update':
        return t`posted an update`
      case 'incident.star':
        return details.isStarred ? t`starred a line` : t`took a star away`
      case 'incident.hold':
        return details.needsApproval === false
          ? t`let answers go without approval again`
          : details.isStopped
            ? t`stopped everything, and all replies need approval`
            : t`said that all replies need approval`
      case 'incident.mail':
        return t`sent the status by e-mail`
      case 'incident.due':
        return t`the next update is due`
      case 'incident.close':
        return t`closed the incident`
      case 'incident.reopen':
        return t`opened the incident again`
      case 'sending.stop':
        return t`stopped sending`
      case 'sending.resume':
        return t`let answers go out again`
      case 'approval.switch':
        return t`changed whether all replies need approval`
      case 'approval.approve':
        return t`approved an answer in ${key}`
      case 'approval.ask_changes':
        return t`asked for changes in an answer in ${key}`
      case 'approval.reject':
        return t`rejected an answer in ${key}`
      case 'reply.write':
      case 'reply.write_pile':
        return t`answered ${key}`
      case 'reply.remove':
        return t`removed an answer in ${key}`
      case 'conversation.hand_over':
        return t`handed ${key} over`
      case 'conversation.finish':
        return t`closed ${key}`
      case 'promise.break':
        return t`a promise was broken in ${key}`
      case 'pledge.make':
        return t`pledged something in ${key}`
      default:
        return action
    }
  }
}
