// The kinds of cases that twitter-text's conformance suite has for mentions, tags, shares and links, in words of our own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn } from '#testing/scanned-text.ts'

type Case = [kind: string, text: string, names: string]

const handles: Case[] = [
  ['at the beginning', '@klm mijn koffer is weg', '@:klm'],
  ['at the end', 'dank je @klm', '@:klm'],
  ['with an underscore, with digits, of digits only', '@klm_nl @fm3 @538', '@:klm_nl @:fm3 @:538'],
  ['before and after punctuation', '(@klm) .@klm! "@klm": @klm, RT:@klm', '@:klm @:klm @:klm @:klm @:klm'],
  ['in the middle of Japanese', 'の@klmに行く', '@:klm'],
  ['before a new line', '@klm\n@ns_online', '@:klm @:ns_online'],
  ['before the name of a list', '@klm/pers is handig', '@:klm'],
  ['in an address of e-mail there is none', 'mail info@klm.nl of jan.de.vries@klm.nl', ''],
  ['after a mark that hides a word there is none', 'f@@k f#@k f$@k f%@k f&@k f*@k', ''],
  ['of a link there is none', '@http://nos.nl', 'd:nos.nl'],
  ['an @ alone is none', '@ @! @', ''],
]

/** Bluesky and Mastodon, which twitter-text does not know, and where we hear more than it does. */
const otherHandles: Case[] = [
  ['a host is a handle', '@klm.bsky.social zegt', '@:klm.bsky.social'],
  ['a handle with its server is also the handle', '@klm@mastodon.nl zegt', '@:klm @:klm@mastodon.nl'],
  ['letters of every script', '@жанна', '@:жанна'],
  ['after an exclamation mark, for people forget the space', 'super!@klm', '@:klm'],
  ['RT without a space is a word before an @, as in an address', 'RT@klm', ''],
]

const tags: Case[] = [
  ['letters, then digits, then both', '#klm #klm2024 #3fm', '#:klm #:klm2024 #:3fm'],
  ['digits alone are none', '#16 #0 #1_2 #_', ''],
  ['after brackets and quotes', '(#een )#twee [#drie ]#vier ’#vijf’#zes', '#:een #:twee #:drie #:vier #:vijf #:zes'],
  ['before punctuation', '#een: #twee; #drie, #vier. #vijf! #zes?', '#:een #:twee #:drie #:vier #:vijf #:zes'],
  ['after punctuation', ':#een ;#twee ,#drie .#vier !#vijf ?#zes', '#:een #:twee #:drie #:vier #:vijf #:zes'],
  ['accents fold', '#café #münchen #mañana', '#:cafe #:munchen #:manana'],
  ['Turkish', '#İstanbul #ılık #ş', '#:istanbul #:ilik #:s'],
  ['Cyrillic, Greek, Armenian, Georgian', '#ашок #Γκάντι #Մահաթմա #მაჰათმა', '#:ашок #:γκαντι #:մահաթմա #:მაჰათმა'],
  ['Arabic, with underscores and digits', '#ثبت_نام #هشتگ۶۷۸', '#:ثبت_نام #:هشتگ۶۷۸'],
  ['Persian with a joiner inside', '#می\u200cخواهم', '#:میخواهم'],
  ['Hebrew with points, a maqaf, a geresh inside and gershayim', '#עַל־יְדֵי #צ׳יפס #מ״כ', "#:עַל־יְדֵי #:צ'יפס #:מ״כ"],
  ['Hindi and Tamil', '#महात्मा_१२३४ #தமிழ்', '#:महात्मा_१२३४ #:தமிழ்'],
  ['Thai', '#การเมือง ดี', '#:การเมือง'],
  ['Korean', '#한국말 #트위터', '#:한국말 #:트위터'],
  ['Japanese', '#カタカナ #ひらがな #漢字 #日本語ハッシュタグ。', '#:カタカナ #:ひらがな #:漢字 #:日本語ハッシュタグ'],
  [
    'Japanese with a long sound, an iteration mark, a wave',
    '#サッカー #云々 #メ～テレ #メ〜テレ',
    '#:サッカー #:云々 #:メ～テレ #:メ〜テレ',
  ],
  ['full width', '＃ｔａｇ１２', '#:tag12'],
  ['a raised dot', '#il·lusió', '#:il·lusio'],
  ['a hyphen ends it', '#coca-cola', '#:coca'],
  ['in a word there is none', 'C#sharp klm#nl', ''],
  ['in a link there is none', 'https://nos.nl/#kop nos.nl/#kop', 'd:nos.nl d:nos.nl'],
  ['of a link there is none', '#http://nos.nl #https://nos.nl', 'd:nos.nl d:nos.nl'],
  ['of a character written as a number there is none', 'Jan&#x27;s', ''],
  ['on several lines', '#een\ntwee\n#drie\n', '#:een #:drie'],
]

const otherTags: Case[] = [
  ['directly after Japanese, which has no spaces', '日本語#日本', '#:日本'],
  ['a geresh at the end, which is a quotation mark as often', '#וכו׳', '#:וכו'],
]

const shares: Case[] = [
  ['in capitals and not', '$ING $Ahold $asml', '$:ing $:ahold $:asml'],
  ['an amount is none', '$100 $1.000,50 $2323_32', ''],
  ['punctuation is none', '$ $. $- $! $() $+', ''],
  ['without a space before it there is none', 'US$ING', ''],
  ['a second one glued to it is none', '$OK$NG', '$:ok'],
]

/** Where we read less of it, so that all listings of a share are one name. */
const otherShares: Case[] = [
  ['a market behind it is left out', '$VOW:GR, $ABC-A', '$:vow $:abc'],
  ['an underscore is part of it', '$Stock_X', '$:stock_x'],
]

const links: Case[] = [
  ['alone, with a path, a question and a place', 'http://nos.nl https://nos.nl/a?b=c#d', 'd:nos.nl d:nos.nl'],
  ['every host it belongs to', 'https://shop.ah.nl:8080/x', 'd:shop.ah.nl d:ah.nl'],
  ['without a scheme', 'nos.nl www.nos.nl NOS.NL/sport t.co/abc', 'd:nos.nl d:nos.nl d:nos.nl d:t.co'],
  [
    'in brackets and with brackets',
    '(https://nos.nl) https://nl.wikipedia.org/wiki/Ster_(zon)',
    'd:nos.nl d:nl.wikipedia.org d:wikipedia.org',
  ],
  [
    'before punctuation',
    'https://nos.nl. https://nos.nl, https://nos.nl! "https://nos.nl"',
    'd:nos.nl d:nos.nl d:nos.nl d:nos.nl',
  ],
  ['before and after Japanese', '見てexample.com中国語t.co/abcde です', 'd:example.com d:t.co'],
  ['letters of every script in the path', 'http://nos.nl/Русские_слова', 'd:nos.nl'],
  ['with a user and a hyphen', 'https://jan@my-site.co.uk/', 'd:my-site.co.uk d:co.uk'],
  ['in punycode', 'https://xn--mnchen-3ya.de/', 'd:munchen.de'],
  ['on several lines', 'http://een.nl\nhttp://twee.nl', 'd:een.nl d:twee.nl'],
  ['a scheme without an address is none', 'http:// en https://', ''],
]

/** We have no list of top-level domains, which changes weekly: whoever asks for `site:` names the host. */
const otherLinks: Case[] = [
  ['any name with a dot may be a host', 'test.tar.bz2', 'd:test.tar.bz2 d:tar.bz2'],
  [
    'underscores stand in hosts that people link to',
    'foto_van_jan.tumblr.com/kat',
    'd:foto_van_jan.tumblr.com d:tumblr.com',
  ],
  ['a host in Japanese letters is not told from the sentence around it', 'http://foobar.みんな/', 'd:foobar'],
]

function check(cases: Case[], about: string): void {
  for (const [kind, text, names] of cases) {
    test(`${about}: ${kind}`, () => assert.deepEqual(namesIn(text), names.split(' ').filter(Boolean)))
  }
}

check(handles, 'a handle as twitter-text finds it')
check(otherHandles, 'a handle as we find it')
check(tags, 'a tag as twitter-text finds it')
check(otherTags, 'a tag as we find it')
check(shares, 'a share as twitter-text finds it')
check(otherShares, 'a share as we find it')
check(links, 'a link as twitter-text finds it')
check(otherLinks, 'a link as we find it')
