import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'

/** What is looked for: a name and tags, which weigh most and are of any language, and texts, each in its own. */
export type Searched = { dear: readonly string[]; texts: readonly { lang: string; text: string }[] }

/** The stems of all of it, as one value of the database. */
export function stemsOf({ dear, texts }: Searched): SQL {
  const ofDear = ['nl', 'en', 'und'].map((lang) => sql`setweight(${stems(lang, dear.join(' '))}, 'A')`)
  // What stands in braces is filled in, and says nothing.
  const ofTexts = texts.map(({ lang, text }) => stems(lang, text.replaceAll(/\{[^{}]*\}/gu, ' ')))
  return sql.join([...ofDear, ...ofTexts], sql` || `)
}

function stems(lang: string, text: string): SQL {
  return sql`to_tsvector(search_configuration(${lang}::text), plain(${text}))`
}

const wordsMax = 200

/** Each stem of a message with the word it comes from. A language that we do not know is read as both that we do. */
export async function stemsAsked(tx: Tx, { text, lang }: { text: string; lang: string }): Promise<Map<string, string>> {
  const words = [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])].slice(0, wordsMax)
  const langs = lang === 'nl' || lang === 'en' ? [lang] : ['nl', 'en']
  const { rows } = await tx.execute<{ word: string; stems: string[] }>(sql`
    select word, tsvector_to_array(to_tsvector(search_configuration(spoken), plain(word))) as stems
      from unnest(${textArray(words)}) as word, unnest(${textArray(langs)}) as spoken
     where length(word) > 2`)
  return new Map(rows.flatMap(({ word, stems: of }) => of.map((stem) => [stem, word] as const)).toReversed())
}

/** Of a row that has `search`: its dear stems and its others. */
export const dearStems = (search: SQL): SQL<string[]> => sql`tsvector_to_array(ts_filter(${search}, '{a}'))`
export const plainStems = (search: SQL): SQL<string[]> => sql`tsvector_to_array(ts_filter(${search}, '{d}'))`
