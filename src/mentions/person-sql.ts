import { type SQL, sql } from 'drizzle-orm'

/** The columns of an author's row, as the statement names them. */
type AuthorColumns = { id: SQL; personId: SQL; mark: SQL }
const ofA: AuthorColumns = { id: sql.raw('a.id'), personId: sql.raw('a.person_id'), mark: sql.raw('a.mark') }

/** An author and all that are linked to them, as `uuid[]`: what is asked of a person is asked of all their names. Without a statement of its own for who has no other. */
export function authorsOfPerson({ id, personId }: Omit<AuthorColumns, 'mark'> = ofA): SQL {
  return sql`case when ${personId} is null then array[${id}] else array(select l.id from authors l where l.person_id = ${personId}) end`
}

/** The mark of the person: said of one of their names, it holds for all. */
export function markOfPerson({ personId, mark }: Omit<AuthorColumns, 'id'> = ofA): SQL {
  return sql`case when ${personId} is null then ${mark} else (select max(l.mark) from authors l where l.person_id = ${personId}) end`
}
