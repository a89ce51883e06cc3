/**
 * Who writes a table: its one owner, a folder of src/. Everybody may read. The tidy test holds every insert, update and
 * delete to this map.
 */
export const owners: Readonly<Record<string, string>> = {
  migrations: 'db',

  users: 'team',
  sessions: 'team',
  sign_ins: 'team',
  verifications: 'team',
  workspaces: 'team',
  members: 'team',
  departments: 'team',
  department_members: 'team',
  invitations: 'team',
  audit: 'team',
  events: 'team',
  asked_once: 'team',

  sources: 'listen',
  source_gaps: 'listen',
  unreadables: 'listen',
  hub_subscriptions: 'listen',

  topics: 'mentions',
  query_sets: 'mentions',
  learned_frequencies: 'mentions',
  authors: 'mentions',
  mentions: 'mentions',
  mention_topics: 'mentions',
  mention_versions: 'mentions',
  assessments: 'mentions',

  conversations: 'inbox',
  notes: 'inbox',
  conversation_reads: 'inbox',
  presences: 'inbox',

  accounts: 'reply',
  drafts: 'reply',
  replies: 'reply',
}
