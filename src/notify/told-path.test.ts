import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NoticeKind, noticeKinds } from '#domain/notice.ts'
import { toldPath } from './told-path.ts'

const asking: readonly NoticeKind[] = ['approval_asked', 'approval_late']

for (const kind of noticeKinds)
  test(`a notice leads where one can do something about it: ${kind}`, () => {
    const where = asking.includes(kind) ? '/inbox/approve/WH-12' : '/c/WH-12'
    assert.equal(toldPath({ kind, key: 'WH-12' }), where)
    assert.equal(toldPath({ kind, key: null }), null)
  })
