/**
 * Who writes a table: its one owner, a folder of src/. Everybody may read. The tidy test holds every insert, update and
 * delete to this map.
 */
export const owners: Readonly<Record<string, string>> = {
  migrations: 'db',
}
