import { type SQL, sql } from 'drizzle-orm'

export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}

/** Days as `2026-11-02`. */
export function dateArray(days: readonly string[]): SQL {
  return sql`${`{${days.join(',')}}`}::date[]`
}

/** As JSON on the way: a text may hold anything. */
export function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`
}
