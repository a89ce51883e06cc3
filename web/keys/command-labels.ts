import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Offer } from '#web/commands.ts'
import type { CommandId } from './command-keys.ts'

/** Each goes by the name of its view wherever there is one. */
const view = msg`View`

/** What each command is called, wherever it is named. */
export const commandLabels: Readonly<Record<CommandId, MessageDescriptor>> = {
  done: msg`Done`,
  reopen: msg`Open again`,
  mine: msg`Mine`,
  release: msg`Back to “no owner yet”`,
  handOver: msg`Hand over`,
  ask: msg`Ask for advice, or inform`,
  wait: msg`Wait until…`,
  noise: msg`This is noise`,
  work: msg`This is no noise`,
  merge: msg`Merge into…`,
  split: msg`A conversation of its own`,
  joinStory: msg`Same story as…`,
  pile: msg`Answer as one`,
  sentiment: msg`Correct the tone`,
  why: msg`Why is this here?`,
  unread: msg`Read or unread`,
  copyLink: msg`Copy the link for a colleague`,
  copyText: msg`Copy the text`,
  original: msg`See it on the network`,
  undo: msg`Undo`,
  enter: msg`Into the conversation`,
  menu: msg`Menu of what has the focus`,
  reply: msg`Reply`,
  note: msg`Note for colleagues`,
  send: msg`Reply and done`,
  sendAndStay: msg`Reply, keep it open`,
  next: msg`Next`,
  previous: msg`Previous`,
  select: msg`Select`,
  selectNext: msg`Select the next one too`,
  selectPrevious: msg`Select the previous one too`,
  takeIn: msg`Take in what is new`,
  search: msg`Search in this view`,
  filter: msg`Filter`,
  back: msg`Back to the list`,
  goInbox: msg`Inbox`,
  goListen: msg`Listening`,
  goSettings: msg`Settings`,
  view1: view,
  view2: view,
  view3: view,
  view4: view,
  view5: view,
  view6: view,
  view7: view,
  view8: view,
  view9: view,
  palette: msg`Find or do`,
  keys: msg`All keys`,
  rail: msg`Hide or show the menu`,
  author: msg`Hide or show the author`,
  signOut: msg`Sign out`,
}

/** As it is called here and now. */
export function labelOf({ id, label }: Pick<Offer, 'id' | 'label'>): MessageDescriptor {
  return label ?? commandLabels[id]
}
