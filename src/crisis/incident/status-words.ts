import type { InterfaceLanguage } from '#domain/member.ts'
import type { ReadIncident } from './read-incident.ts'

type Read = Pick<
  ReadIncident,
  'key' | 'row' | 'lead' | 'comms' | 'lines' | 'tasks' | 'updates' | 'isStopped' | 'volume'
>
type How = { lang: InterfaceLanguage; now: Date; address: string }

/** What management reads: what is going on, who leads, what we say, what is still to be done, and when they hear more. Plain text. */
export function statusWords(read: Read, { lang, now, address }: How): { subject: string; text: string } {
  const w = words[lang]
  const { row, key } = read
  const moments = new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
  })
  const moment = (at: Date) => `${moments.format(at)} UTC`
  const line = read.lines.find(({ state }) => state === 'approved')
  const update = read.updates.find(({ kind }) => kind === 'update')
  const open = read.tasks.filter(({ doneAt }) => doneAt === null)
  const heard = read.volume.slice(-24).reduce((sum, { count }) => sum + count, 0)
  const parts = [
    row.happening || row.title,
    update ? `${w.update} (${moment(update.at)}):\n${update.text}` : '',
    `${w.lead}: ${read.lead?.name ?? w.nobody}\n${w.comms}: ${read.comms?.name ?? w.nobody}\n${w.since}: ${moment(row.beganAt)}`,
    `${w.line}:\n${line ? line.text : w.noLine}`,
    `${w.heard}: ${heard}`,
    [row.needsApproval ? w.approval : '', read.isStopped ? w.stopped : ''].filter(Boolean).join('\n'),
    open.length > 0 ? `${w.todo}:\n${open.map(taskLine).join('\n')}` : w.allDone,
    row.state === 'closed' ? w.closed : row.nextUpdateAt ? `${w.next}: ${moment(row.nextUpdateAt)}` : w.noClock,
    `${w.asOf} ${moment(now)}. ${w.more}: ${address}`,
  ]
  return { subject: `${key} · ${row.title}`, text: parts.filter((part) => part !== '').join('\n\n') }
}

function taskLine({ title, assignee }: Read['tasks'][number]): string {
  return assignee ? `- ${title} (${assignee.name})` : `- ${title}`
}

const words = {
  en: {
    update: 'Latest update',
    lead: 'Lead',
    comms: 'Communications',
    since: 'Since',
    nobody: 'nobody yet',
    line: 'What we say',
    noLine: 'There is no approved line yet.',
    heard: 'Messages in the last 24 hours',
    approval: 'Every answer needs approval.',
    stopped: 'Nothing goes out: sending is stopped.',
    todo: 'Still to be done',
    allDone: 'Every task is done.',
    closed: 'The incident is closed.',
    next: 'Next update',
    noClock: 'No next update is agreed.',
    asOf: 'As it stood on',
    more: 'For those in the room',
  },
  nl: {
    update: 'Laatste update',
    lead: 'Leiding',
    comms: 'Communicatie',
    since: 'Sinds',
    nobody: 'nog niemand',
    line: 'Wat we zeggen',
    noLine: 'Er is nog geen lijn met akkoord.',
    heard: 'Berichten in de laatste 24 uur',
    approval: 'Elk antwoord heeft akkoord nodig.',
    stopped: 'Er gaat niets uit: het versturen is gestopt.',
    todo: 'Nog te doen',
    allDone: 'Alle taken zijn klaar.',
    closed: 'Het incident is gesloten.',
    next: 'Volgende update',
    noClock: 'Er is geen volgende update afgesproken.',
    asOf: 'Zoals het stond op',
    more: 'Voor wie in de kamer zit',
  },
} as const satisfies Record<InterfaceLanguage, Record<string, string>>
