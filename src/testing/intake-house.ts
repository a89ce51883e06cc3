import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { sources } from '#db/tables/listen.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { type PostInput, postSchema } from '#domain/post.ts'
import type { Role } from '#domain/role.ts'
import { openFollowed } from '#inbox/followed.ts'
import { takeIn } from '#inbox/take-in.ts'
import { createSource } from '#listen/save-source.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { testPost } from './script-connector.ts'
import { type TestApp, testWorkspace } from './test-app.ts'

export type IntakePost = Partial<PostInput> & { text: string }

/** A workspace that listens for Zilvermeeuw, and what it heard; several ears of it are as many processes. */
export async function intakeHouse(
  app: TestApp,
  people: Readonly<Record<string, Role>> = { noor: 'owner', tess: 'member' },
) {
  const workspace = await testWorkspace(app, people)
  const ctx = workspace.as('noor')
  const topic = await createTopic(ctx, {
    name: 'Zilvermeeuw',
    query: 'zilvermeeuw',
    departmentId: null,
    purpose: 'customer_care',
    legalBasis: 'legitimate_interest',
  })

  async function ear() {
    const { id } = await createSource(ctx, { connector: 'forum', name: newId(), settings: {} })
    const [source] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, id)))
    const parts = {
      engine: openTopicEngine(app),
      followed: openFollowed(app),
      onOwnPost: async () => undefined,
      onTheirs: async () => undefined,
    }
    const receive = takeIn(app, parts)
    return async (...posts: IntakePost[]): Promise<void> => {
      const items = posts.map((given) => ({
        kind: given.editedAt ? ('edit' as const) : ('post' as const),
        post: postSchema.parse(testPost({ publishedAt: app.clock.now(), ...given })),
      }))
      await receive({ source: present(source, 'just made'), items, advance: async () => undefined })
    }
  }
  const rows = () =>
    app.db.inWorkspace(ctx.workspaceId, (tx) =>
      tx
        .select({ row: conversations, text: mentions.text, author: authors })
        .from(conversations)
        .leftJoin(mentions, eq(mentions.id, conversations.latestMentionId))
        .leftJoin(authors, eq(authors.id, conversations.authorId))
        .orderBy(conversations.number),
    )
  /** The conversation whose newest message says this. */
  const saying = async (part: string) =>
    present(
      (await rows()).find((one) => one.text?.includes(part)),
      `somebody says ${part}`,
    ).row
  return { ...workspace, ctx, topic, hear: await ear(), ear, rows, saying }
}
