import type { Answer } from '#api/contract/contract.ts'
import { type ApprovalRule, type ApprovalSettings, usualApprovals } from '#domain/approval.ts'
import { account } from './conversation.ts'
import { day, inMinutes } from './moments.ts'
import { baggage, ines, joost, noor, press, sanne } from './people.ts'

type Approvals = Answer<'GET /api/approvals'>
const nobody = { roleLeast: null, memberIds: [], departmentId: null }

function rule(id: string, name: string, given: Partial<ApprovalRule>): ApprovalRule {
  return {
    ...{ id, name, isOn: true, tests: [], departmentIds: [], accountIds: [] },
    ...{ writerRoleMost: null, writerIds: [], writerSentBelow: null },
    approvers: { ...nobody, roleLeast: 'lead' },
    ...given,
  }
}

const settings: ApprovalSettings = {
  ...usualApprovals,
  rules: [
    rule('press', 'Pers, vips en juridisch', {
      tests: [
        { about: 'signal', is: ['press', 'vip', 'legal'] },
        { about: 'risk', from: 2, to: null },
      ],
      approvers: { ...nobody, departmentId: press.id, memberIds: [noor.id] },
    }),
    rule('training', 'Wie nog inwerkt', {
      writerSentBelow: 25,
      writerRoleMost: 'member',
      approvers: { ...nobody, roleLeast: 'member' },
    }),
    rule('baggage', 'Alles over bagage als merkaccount', {
      departmentIds: [baggage.id],
      accountIds: [account.id],
      writerIds: [joost.id, ines.id],
      approvers: { ...nobody, memberIds: [ines.id] },
      isOn: false,
    }),
  ],
}

export const approvals: Approvals = {
  version: 4,
  settings,
  by: { id: sanne.id, name: sanne.name },
  at: inMinutes(-2 * day),
}
export const approvalVersions: Answer<'GET /api/approvals/versions'> = {
  items: [
    approvals,
    { ...approvals, version: 3, settings: { ...settings, all: 'always' }, at: inMinutes(-3 * day) },
    { ...approvals, version: 2, settings: { ...settings, rules: settings.rules.slice(0, 1) }, by: null },
    {
      ...approvals,
      version: 1,
      settings: usualApprovals,
      by: { id: noor.id, name: noor.name },
      at: inMinutes(-30 * day),
    },
  ],
}
export const noApprovals: Approvals = { version: 0, settings: usualApprovals, by: null, at: null }
export const inIncident: Approvals = { ...approvals, settings: { ...settings, all: 'incident' } }
