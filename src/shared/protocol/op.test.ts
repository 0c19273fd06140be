import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, hashOf } from '../lib/hash.ts'
import { LooseOp, Op, opHash } from './op.ts'

const op = {
  ev: 1,
  tv: 1,
  opId: 'op-1',
  opNo: 1,
  deviceId: 'device-1',
  actorId: 'ana',
  storeId: '',
  caseId: 'case-1',
  base: { caseVer: 2, cursor: 9, matrixVer: 7 },
  deps: [],
  madeAt: 5,
  mono: 6,
  bootId: 'boot-1',
  offline: true,
  grantId: null,
  command: { type: 'case.claim', caseId: 'case-1' }
}
const HASH = 'a'.repeat(64)

test('[SY18] an op has another hash when anything in it, or the op before it, is another', () => {
  const one = LooseOp.parse({ ...op, hash: HASH })
  const hashes = [
    opHash(one, ''),
    opHash(one, HASH),
    opHash({ ...one, opNo: 2 }, ''),
    opHash({ ...one, madeAt: 6 }, ''),
    opHash({ ...one, base: { ...one.base, cursor: 10 } }, ''),
    opHash({ ...one, command: { type: 'case.release' } }, ''),
    opHash({ ...one, command: { ...one.command, extra: true } }, '')
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/)
})

test('[SY18] the hash of an op does not contain itself, so both sides come to the same one', () => {
  const { hash: _none, ...bare } = LooseOp.parse({ ...op, hash: HASH })
  const hash = opHash(bare, '')
  expect(opHash(LooseOp.parse(JSON.parse(JSON.stringify({ ...bare, hash }))), '')).toBe(hash)
})

test('[SY16] a command this build does not know keeps its envelope and all it says', () => {
  const strange = { ...op, hash: HASH, command: { type: 'case.sing', song: 'la' } }
  expect(LooseOp.parse(strange)).toEqual(strange)
  expect(Op.safeParse(strange).success).toBe(false)
  expect(Op.parse({ ...op, hash: HASH })).toEqual({ ...op, hash: HASH })
})

test('[SY3] the numbers of a device begin at one', () => {
  expect(LooseOp.safeParse({ ...op, hash: HASH, opNo: 0 }).success).toBe(false)
})

test('[SY18] equal values have equal text, whatever the order of their keys', () => {
  expect(canonical({ b: 1, a: [1, { d: null, c: undefined }], e: undefined })).toBe(
    '{"a":[1,{"d":null}],"b":1}'
  )
  expect(canonical([undefined, null, 'x', 1.5, true])).toBe('[null,null,"x",1.5,true]')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(text))
      expect(hashOf(JSON.parse(canonical(value)))).toBe(hashOf(value))
    }),
    { numRuns: 50 }
  )
})

test('[SY18] hashes are those everybody computes', () => {
  expect(hashOf({ b: 'é', a: 1 })).toBe('09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6')
})
