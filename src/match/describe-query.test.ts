import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeQuery } from './describe-query.ts'
import { parseQuery } from './parse-query.ts'

function check(query: string, en: string, nl: string): void {
  const parsed = parseQuery(query)
  assert.ok(parsed.ok, query)
  assert.equal(describeQuery(parsed.tree, 'en'), en)
  assert.equal(describeQuery(parsed.tree, 'nl'), nl)
}

test('a query is a sentence in English and in Dutch', () => {
  check('zilvermeeuw', 'messages with *zilvermeeuw*', 'berichten met *zilvermeeuw*')
  check(
    'zilvermeeuw -vogel lang:(nl OR en)',
    'messages with *zilvermeeuw* but not *vogel*, in Dutch or English',
    'berichten met *zilvermeeuw* maar niet *vogel*, in het Nederlands of Engels',
  )
  check('gull OR tern OR skua', 'messages with *gull*, *tern* or *skua*', 'berichten met *gull*, *tern* of *skua*')
  check(
    '(=ING OR @ingnl) (app OR storing) -spel lang:nl',
    'messages with exactly *ING* or the handle *@ingnl*, and with *app* or *storing*, but not *spel*, in Dutch',
    'berichten met precies *ING* of de gebruikersnaam *@ingnl*, en met *app* of *storing*, maar niet *spel*, in het Nederlands',
  )
  check(
    '(gull tern) OR skua',
    'messages with (*gull* and *tern*) or *skua*',
    'berichten met (*gull* en *tern*) of *skua*',
  )
  check('gull OR tern', 'messages with *gull* or *tern*', 'berichten met *gull* of *tern*')
  check(
    'gull (tern OR #skua)',
    'messages with *gull*, and with *tern* or the tag *#skua*',
    'berichten met *gull*, en met *tern* of de tag *#skua*',
  )
  check(
    '"albert heijn" bonus',
    'messages with the words *albert heijn* in this order and *bonus*',
    'berichten met de woorden *albert heijn* in deze volgorde en *bonus*',
  )
  check(
    'duurzam* -(een OR twee) -drie',
    'messages with a word that begins with *duurzam* but not *een*, *twee* or *drie*',
    'berichten met een woord dat begint met *duurzam* maar niet *een*, *twee* of *drie*',
  )
  check(
    '@klm source:bluesky',
    'messages with the handle *@klm*, from *bluesky*',
    'berichten met de gebruikersnaam *@klm*, uit *bluesky*',
  )
  check(
    'gull -author:jan',
    'messages with *gull* but not the author *jan*',
    'berichten met *gull* maar niet de schrijver *jan*',
  )
  check('author:jan lang:nl', 'messages by *jan*, in Dutch', 'berichten van *jan*, in het Nederlands')
  check('author:jan', 'messages by *jan*', 'berichten van *jan*')
  check(
    'site:nrc.nl OR (gull -tern)',
    'messages with the site *nrc.nl* or (*gull* and not *tern*)',
    'berichten met de site *nrc.nl* of (*gull* en niet *tern*)',
  )
})
