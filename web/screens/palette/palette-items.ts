import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useAsk } from '#web/api.ts'
import { type CommandId, type Offer, useAllCommands } from '#web/commands.ts'
import { bindingOf } from '#web/keys/command-keys.ts'
import { labelOf } from '#web/keys/command-labels.ts'
import { scopeOrder, useScopeName } from '#web/keys/scopes.ts'
import { goToWorkspace, useSession } from '#web/session.ts'
import { recentConversations } from '#web/shell/recent-conversations.ts'
import { settingsPages } from '#web/shell/settings-pages.ts'
import type { FoundConversation } from './find-conversations.ts'

/** A line of the palette. With a command behind it, it teaches the key. */
export type Item = {
  id: string
  label: string
  /** Where the label is what somebody wrote: in which language. */
  lang?: string
  /** In grey behind it: what it is, where that is not plain. */
  detail?: string
  /** What it is also found by. */
  words?: string
  command?: CommandId
  run: () => void
}
export type Group = { value: string; items: Item[] }

const recentShownMax = 5
/** Without words there is nothing to say about these: the menu of the key is not worth a line. */
const notHere: readonly CommandId[] = ['palette', 'enter', 'back', 'menu', 'next', 'previous']

/** Everything that can be found or done by name. What was typed narrows it; conversations are asked of the server. */
export function usePaletteGroups(typed: string, found: readonly FoundConversation[]): Group[] {
  const { t } = useLingui()
  const talk = useConversationItems(found, typed)
  const commands = useCommandGroups()
  const places = usePlaces()
  const sought = fold(typed)
  const fits = (item: Item) =>
    sought.split(/\s+/u).every((word) => fold(`${item.label} ${item.words ?? ''}`).includes(word))
  const groups: Group[] = [
    ...commands.map((group) => ({ ...group, items: group.items.filter(fits) })),
    { value: t`Workspaces`, items: sought ? places.workspaces.filter(fits) : [] },
    { value: t`Departments`, items: sought ? places.departments.filter(fits) : [] },
    { value: t`Colleagues`, items: sought ? places.members.filter(fits) : [] },
    { value: t`Settings`, items: sought ? places.settings.filter(fits) : [] },
  ]
  const rest = groups.filter((group) => group.items.length > 0)
  // Whoever types no name of a command looks for what was said; whoever types nothing goes back to where they were.
  return sought ? [...rest, ...talk] : [...talk, ...rest]
}

function useCommandGroups(): Group[] {
  const { i18n } = useLingui()
  const scopeName = useScopeName()
  const commands = useAllCommands()
  const itemOf = (offer: Offer): Item => ({
    id: offer.id,
    label: i18n._(labelOf(offer)),
    command: offer.id,
    run: offer.run,
  })
  return scopeOrder.map((scope) => ({
    value: scopeName(scope),
    items: commands
      .filter((c) => bindingOf(c.id).scope === scope && !notHere.includes(c.id) && (c.when?.() ?? true))
      .map(itemOf),
  }))
}

function useConversationItems(found: readonly FoundConversation[], typed: string): Group[] {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { conversation: here } = useParams({ strict: false })
  const sought = fold(typed)
  const open = (key: string) => () => void navigate({ to: '/c/$key', params: { key } })
  const recent = recentConversations()
    .filter(({ key, title }) => key !== here && fold(`${key} ${title}`).includes(sought))
    .slice(0, recentShownMax)
  const isRecent = new Set(recent.map(({ key }) => key))
  const items = (rows: readonly { key: string; title: string; lang: string; detail?: string }[]): Item[] =>
    rows.map(({ key, title, lang, detail }) => ({
      id: `talk ${key}`,
      label: title,
      lang,
      detail: detail ?? key,
      run: open(key),
    }))
  const groups: Group[] = [
    { value: t`Where you were`, items: items(recent) },
    { value: t`Conversations`, items: items(found.filter(({ key }) => !isRecent.has(key))) },
  ]
  return groups.filter((group) => group.items.length > 0)
}

function usePlaces(): Record<'workspaces' | 'departments' | 'members' | 'settings', Item[]> {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const departments = useAsk('GET /api/departments').data ?? []
  const members = useAsk('GET /api/members').data?.members ?? []
  const { workspace, workspaces } = useSession()
  return {
    workspaces: workspaces
      .filter(({ id }) => id !== workspace?.id)
      .map(({ id, name, slug }) => ({
        id: `workspace ${id}`,
        label: t`Go to workspace ${name}`,
        run: () => void goToWorkspace({ id, slug }),
      })),
    departments: departments.map(({ id, name }) => ({
      id: `department ${id}`,
      label: name,
      run: () => void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { departmentId: id } }),
    })),
    members: members.map(({ id, name, email }) => ({
      id: `member ${id}`,
      label: name,
      detail: email,
      words: email,
      run: () => void navigate({ to: '/settings/members' }),
    })),
    settings: settingsPages.map(({ to, label }) => ({
      id: to,
      label: i18n._(label),
      words: t`Settings`,
      run: () => void navigate({ to }),
    })),
  }
}

/** "Zoe" finds Zoë. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
}
