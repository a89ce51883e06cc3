import { type Answers, refuses, says, vanishes, waits } from './canned-server.ts'
import { find, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { approvals, inIncident, noApprovals } from './story/approvals.ts'
import { houseOf, unavailable } from './story/house.ts'
import { type Look, members, sessionOf } from './story/people.ts'

const path = '/settings/approvals'
const route = 'GET /api/approvals'
const dialog = '[role=dialog]'

const changed = refuses(409, 'taken', {
  en: 'Somebody changed this meanwhile. Look at it before you change it.',
  nl: 'Iemand heeft dit intussen veranderd. Kijk er eerst naar voordat je het verandert.',
})
const edit = (place: number) => async () => {
  await press(`main ol > li:nth-child(${place}) > div:last-child > button:last-child`)
  await find(dialog)
}
const duringIncident = (look: Look): Answers => {
  const session = sessionOf(look)
  const { workspace } = session
  const houseStyle = workspace && { ...workspace.houseStyle, isIncident: true }
  return {
    'GET /api/session': says({ ...session, workspace: workspace && houseStyle && { ...workspace, houseStyle } }),
    [route]: says(inIncident),
  }
}

/** Which answers need approval and whose: the page that says so. */
export const approvalSettingsSpecimens: readonly Specimen[] = [
  { name: 'settings-approvals', path, shows: 'main ol' },
  { name: 'settings-approvals-empty', path, answers: () => ({ [route]: says(noApprovals) }), shows: 'main ul' },
  {
    name: 'settings-approvals-loading',
    path,
    answers: () => ({ [route]: waits }),
    shows: 'main [role=status][aria-label]',
  },
  { name: 'settings-approvals-failed', path, answers: () => ({ [route]: unavailable }), shows: '[role=alert]' },
  {
    name: 'settings-approvals-offline',
    path,
    live: 'lost',
    answers: () => ({ [route]: vanishes }),
    shows: '[role=status] p b',
  },
  { name: 'settings-approvals-observer', path, answers: (look) => houseOf(look, 'observer'), shows: 'main ol' },
  { name: 'settings-approvals-lead', path, answers: (look) => houseOf(look, 'lead'), shows: 'main ol' },
  { name: 'settings-approvals-incident', path, answers: duringIncident, shows: 'main ol' },
  {
    name: 'settings-approvals-nobody',
    path,
    answers: () => ({
      'GET /api/members': says({
        members: members.map((one) => (one.id === 'pim' ? one : { ...one, isAway: true })),
        invitations: [],
      }),
    }),
    shows: 'main ol',
  },
  {
    name: 'settings-approvals-sure',
    path,
    act: () => press('main input[value=always]'),
    shows: dialog,
  },
  {
    name: 'settings-approvals-history',
    path,
    act: () => press('main summary'),
    shows: 'main details[open] ol',
  },
  {
    name: 'settings-approvals-refused',
    path,
    answers: () => ({ 'PUT /api/approvals': changed, [route]: says(approvals) }),
    act: () => press('main [role=switch]'),
    shows: '[role=status] button',
  },
  { name: 'approvals-rule', path, act: edit(1), shows: `${dialog} form` },
  {
    name: 'approvals-rule-new',
    path,
    answers: () => ({ [route]: says(noApprovals) }),
    act: () => press('main ul > li:last-child button'),
    shows: `${dialog} form`,
  },
]
