import { expect, test } from 'vitest'
import { createShortcutRegistry, type Press, type Shortcut } from './shortcut-registry.ts'

const page = { boundary: 'root', typing: false }

function press(key: string, more: Partial<Press> = {}): Press {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: () => false,
    preventDefault: () => {},
    ...more
  }
}

function setUp(...given: (Partial<Shortcut> & { keys: string })[]) {
  let time = 0
  const ran: string[] = []
  const registry = createShortcutRegistry(() => time)
  const shortcuts = given.map((one) => ({
    id: one.keys,
    label: one.keys,
    run: () => ran.push(one.keys),
    ...one
  }))
  registry.add(() => ({ name: 'Test', boundary: 'root', shortcuts }))
  const wait = (ms: number) => {
    time += ms
  }
  return { registry, ran, wait }
}

test('single keys run, but not while typing, composing or in another layer', () => {
  const { registry, ran } = setUp({ keys: 'J' })
  registry.press(press('j'), page, false)
  registry.press(press('j'), { boundary: 'root', typing: true }, false)
  registry.press(press('j'), { boundary: 'dialog', typing: false }, false)
  registry.press(press('j', { isComposing: true }), page, false)
  registry.press(press('j', { ctrlKey: true }), page, false)
  expect(ran).toEqual(['J'])
})

test('Mod is Ctrl or Command, and works while typing', () => {
  const { registry, ran } = setUp({ keys: 'Mod+Enter' })
  expect(registry.press(press('Enter', { ctrlKey: true }), { boundary: 'root', typing: true }, false)).toBe(
    true
  )
  expect(registry.press(press('Enter', { metaKey: true }), page, true)).toBe(true)
  expect(registry.press(press('Enter', { metaKey: true }), page, false)).toBe(false)
  expect(ran).toHaveLength(2)
})

test('a sign needs no Shift in its name, a letter does', () => {
  const { registry, ran } = setUp({ keys: '?' }, { keys: 'Shift+J' }, { keys: 'J' })
  registry.press(press('?', { shiftKey: true }), page, false)
  registry.press(press('J', { shiftKey: true }), page, false)
  registry.press(press('j'), page, false)
  expect(ran).toEqual(['?', 'Shift+J', 'J'])
})

test('one key after the other makes a sequence, within a second', () => {
  const { registry, ran, wait } = setUp({ keys: 'G M' }, { keys: 'M' })
  registry.press(press('g'), page, false)
  registry.press(press('m'), page, false)
  registry.press(press('g'), page, false)
  wait(1500)
  registry.press(press('m'), page, false)
  expect(ran).toEqual(['G M', 'M'])
})

test('a held key repeats only what may repeat', () => {
  const { registry, ran } = setUp({ keys: 'J', repeats: true }, { keys: 'C' })
  registry.press(press('j', { repeat: true }), page, false)
  registry.press(press('c', { repeat: true }), page, false)
  expect(ran).toEqual(['J'])
})

test('the key at the place of a letter counts on a keyboard without Latin letters', () => {
  const { registry, ran } = setUp({ keys: 'J' })
  registry.press(press('о', { code: 'KeyJ' }), page, false)
  expect(ran).toEqual(['J'])
})

test('other keys can be bound, and the list shows them', () => {
  const { registry, ran } = setUp({ keys: 'J' })
  registry.rebind({ J: 'N' })
  registry.press(press('j'), page, false)
  registry.press(press('n'), page, false)
  expect(ran).toEqual(['J'])
  expect(registry.list().flatMap((scope) => scope.shortcuts.map((one) => one.keys))).toEqual(['N'])
})
