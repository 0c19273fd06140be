import { expect, test } from 'vitest'
import type { Connection } from '../../../shared/protocol/views.ts'
import { bannerOf } from './banner-of.ts'

const online: Connection = {
  state: 'online',
  loading: null,
  lastSyncedAt: 1,
  waiting: 0,
  crowded: false,
  clockOffsetMs: 0,
  problem: null,
  nextTryAt: null,
  grantEndsAt: null,
  lapsed: false
}

test('[CO6] online there is nothing to say', () => {
  expect(bannerOf('up', online, false)).toBeNull()
})

test('[CO6] a short break is no news; a longer one says how much waits', () => {
  const offline: Connection = { ...online, state: 'connecting', waiting: 3 }
  expect(bannerOf('up', offline, false)).toBeNull()
  expect(bannerOf('up', offline, true)).toEqual({ kind: 'offline', waiting: 3 })
})

test('[CO6] the gravest is said: the engine, then a problem, then too long without the server, then offline, then loading', () => {
  const full: Connection = {
    ...online,
    state: 'offline',
    loading: { done: 1, total: 9 },
    problem: { name: 'DiskFull', message: '' }
  }
  expect(bannerOf('restarting', full, true)).toEqual({ kind: 'engine' })
  expect(bannerOf('up', full, true)).toEqual({ kind: 'problem', name: 'DiskFull' })
  expect(bannerOf('up', { ...full, problem: null, lapsed: true }, true)).toEqual({ kind: 'lapsed' })
  expect(bannerOf('up', { ...full, problem: null }, true)).toMatchObject({ kind: 'offline' })
  expect(bannerOf('up', { ...full, problem: null, state: 'online' }, false)).toEqual({
    kind: 'loading',
    done: 1,
    total: 9
  })
})

test('[SY32] too much that waits is said before being away, and after what only the person can mend', () => {
  const crowded: Connection = { ...online, state: 'offline', waiting: 5_001, crowded: true }
  expect(bannerOf('up', crowded, true)).toEqual({ kind: 'crowded', waiting: 5_001 })
  const problem = { name: 'DiskFull', message: '' } as const
  expect(bannerOf('up', { ...crowded, problem }, true)).toEqual({ kind: 'problem', name: 'DiskFull' })
})
