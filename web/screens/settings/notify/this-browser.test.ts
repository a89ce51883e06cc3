import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './this-browser.ts'

const check = (agent: string, name: string): void => assert.equal(browserName(agent), name)

test('Firefox is Firefox', () =>
  check('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'))
test('Edge says that it is Chrome and Safari, too', () =>
  check('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'))
test('a phone says that it is like a Mac', () =>
  check(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604',
    'Safari, iPhone',
  ))
test('what nobody knows is a browser', () => check('curl/8', 'Browser'))
