import { expect, test } from 'vitest'
import { createGuard, type Guard, type Guarded } from './guard.ts'
import { CHANGE, EVENT, NODE, type PageEvent, type PageNode } from './page-event.ts'

let ids = 0
type Child = PageNode | string
function el(
  tagName: string,
  attributes: Readonly<Record<string, unknown>> = {},
  ...children: Child[]
): PageNode {
  ids += 1
  const id = ids
  return {
    type: NODE.element,
    id,
    tagName,
    attributes,
    childNodes: children.map((one) => (typeof one === 'string' ? text(one) : one))
  }
}
function text(textContent: string): PageNode {
  ids += 1
  return { type: NODE.text, id: ids, textContent }
}
/** The whole page as its first event, with these in its body. */
function page(...body: Child[]): PageEvent {
  const html = el(
    'html',
    {},
    el('head', {}, el('title', {}, 'Account of Ada Byron')),
    el('body', {}, ...body)
  )
  ids += 2
  const node: PageNode = {
    type: NODE.document,
    id: ids,
    childNodes: [{ type: NODE.documentType, id: ids - 1, name: 'html' }, html]
  }
  return { type: EVENT.snapshot, timestamp: 1, data: { node, initialOffset: { left: 0, top: 0 } } }
}
const changed = (data: object): PageEvent => ({ type: EVENT.change, timestamp: 2, data })
const mutation = (data: object): PageEvent =>
  changed({ source: CHANGE.mutation, adds: [], removes: [], texts: [], attributes: [], ...data })
const said = (guarded: Guarded): string => JSON.stringify(guarded.event)
const over = (guard: Guard, event: PageEvent): string => said(guard.guard(event))

test('[AV16] a page goes out with its structure and its open words, and nothing of its title, comments and programs', () => {
  const guard = createGuard('hardened')
  const out = over(
    guard,
    page(
      el('h1', { class: 'big', onclick: 'pay()' }, 'Your basket'),
      { type: 5, id: 9_001, textContent: 'a comment' },
      el('script', {}, 'window.secret = 7'),
      el('noscript', {}, 'no script words'),
      el('template', {}, el('p', {}, 'template words'))
    )
  )
  expect(out).toContain('Your basket')
  expect(out).toContain('"class":"big"')
  for (const word of ['Ada Byron', 'a comment', 'secret', 'script words', 'template words', 'pay()'])
    expect(out).not.toContain(word)
})

test('[AV18] what is typed is masked to one length, and shown only where it is shared and no secret by its kind', () => {
  const guard = createGuard('hardened')
  const open = el('input', { type: 'text', name: 'comment', value: 'ring twice', 'data-share': '' })
  const plain = el('input', { type: 'text', name: 'comment', value: 'ring thrice' })
  const card = el('input', { type: 'text', autocomplete: 'cc-number', value: 'four ones', 'data-share': '' })
  const named = el('input', { type: 'text', id: 'customerIban', value: 'not a number', 'data-share': '' })
  const area = el('textarea', {}, 'my long letter')
  const choice = el('select', { name: 'reason' }, el('option', { value: 'divorce', selected: true }, 'Other'))
  const buttons = [
    el('input', { type: 'submit', value: 'Send it' }),
    el('button', { value: 'unseen' }, 'Stop')
  ]
  const out = over(guard, page(open, plain, card, named, area, choice, ...buttons))
  expect(out).toContain('Send it')
  expect(out).not.toContain('unseen')
  expect(out).toContain('ring twice')
  for (const word of ['ring thrice', 'four ones', 'not a number', 'long letter', 'divorce'])
    expect(out).not.toContain(word)
  const type = (id: number, what: string) =>
    over(guard, changed({ source: CHANGE.input, id, text: what, isChecked: true }))
  expect(type(open.id, 'ring once')).toContain('ring once')
  expect(type(open.id, '4111 1111 1111 1111')).not.toContain('4111')
  expect(type(plain.id, 'x')).toBe(type(plain.id, 'a much longer text'))
  expect(type(plain.id, 'x')).toContain('"isChecked":false')
  expect(type(card.id, 'five twos')).not.toContain('five')
})

test('[AV18] a password that is shown for a moment stays one', () => {
  const guard = createGuard('hardened')
  const field = el('input', { type: 'password', 'data-share': '' })
  guard.guard(page(field))
  guard.guard(mutation({ attributes: [{ id: field.id, attributes: { type: 'text' } }] }))
  expect(
    over(guard, changed({ source: CHANGE.input, id: field.id, text: 'hunter2', isChecked: false }))
  ).not.toContain('hunter2')
})

test('[AV18] what was a secret once is one also when the page is told anew, and what becomes one is one from then on', () => {
  const guard = createGuard('hardened')
  const password = el('input', { type: 'password', 'data-share': '' })
  const field = el('input', { name: 'note', 'data-share': '' })
  guard.guard(page(password, field))
  const shown = { ...password, attributes: { type: 'text', value: 'hunter2', 'data-share': '' } }
  expect(over(guard, page(shown, field))).not.toContain('hunter2')
  guard.guard(mutation({ attributes: [{ id: field.id, attributes: { name: 'cvv' } }] }))
  guard.guard(mutation({ attributes: [{ id: field.id, attributes: { name: 'note' } }] }))
  expect(
    over(guard, changed({ source: CHANGE.input, id: field.id, text: '737', isChecked: false }))
  ).not.toContain('737')
})

test('[AV19] what is private says nothing: no text, no description, no picture, whatever it holds and whatever comes into it', () => {
  const guard = createGuard('hardened')
  const box = el(
    'div',
    { 'data-private': '', title: 'diagnosis', id: 'patient-7' },
    el('p', { 'data-share': '', 'aria-label': 'blood group' }, 'zero negative'),
    el('img', { alt: 'x-ray', src: 'https://shop.example/xray.png' }),
    el('a', { href: 'https://shop.example/results/7' }, 'Results'),
    el('svg', {}, el('text', {}, 'heart rate'), el('path', { class: 'rising' }))
  )
  const out = over(guard, page(box))
  for (const word of [
    'diagnosis',
    'patient',
    'blood',
    'zero',
    'ray',
    'results',
    'Results',
    'heart',
    'rising'
  ])
    expect(out).not.toContain(word)
  const later = over(
    guard,
    mutation({ adds: [{ parentId: box.id, nextId: null, node: el('b', { title: 'later' }, 'came later') }] })
  )
  expect(later).not.toContain('later')
})

test('[AV19] what becomes private, or shared, is told anew from the beginning', () => {
  const guard = createGuard('hardened')
  const box = el('div', {}, 'open words')
  guard.guard(page(box))
  expect(guard.guard(mutation({ attributes: [{ id: box.id, attributes: { 'data-private': '' } }] }))).toEqual(
    { event: null, again: true }
  )
  expect(
    guard.guard(mutation({ attributes: [{ id: box.id, attributes: { 'data-share': '' } }] })).again
  ).toBe(true)
})

test('[AV17] a number in several pieces is one: from the start, piece by piece, and put together of two', () => {
  const guard = createGuard('hardened')
  const groups = ['4111', '1111', '1111', '1111']
  const whole = over(guard, page(el('p', {}, ...groups.map((one) => el('span', {}, one)))))
  expect(whole).not.toContain('1111')
  const row = el('p', {}, el('b', {}, '4111 1111'), ' ', el('b', {}, '11'))
  guard.guard(page(row))
  const last = row.childNodes?.[2]?.childNodes?.[0]
  const next = over(guard, mutation({ texts: [{ id: last?.id, value: '1111 1111' }] }))
  expect(next).not.toContain('1111')
  const first = row.childNodes?.[0]?.childNodes?.[0]
  expect(next).toContain(`"id":${first?.id}`)
})

test('[AV16] a drawing and a table of prices come out as they are', () => {
  const guard = createGuard('hardened')
  const cells = ['Lamp', '2', '37.50', '75.00', 'Shade', '41', '11.11', '455.51', 'Sum', '530.51'].map(
    (one) => el('td', {}, one)
  )
  const path = 'M4 1.1l1.1 1 1-1.1 1.1 1.1 1 1.11.1-4 1.1z'
  const out = over(
    guard,
    page(
      el('table', {}, el('tr', {}, ...cells)),
      el('svg', { viewBox: '0 0 24 24' }, el('path', { d: path, fill: '#41f111' }))
    )
  )
  expect(out).not.toContain('••')
  expect(out).toContain(path)
})

test('[AV20] addresses go without query and fragment, styles without texts and addresses, pictures without where they are from', () => {
  const guard = createGuard('hardened')
  const out = over(
    guard,
    page(
      el('a', { href: 'https://ana:pw@shop.example/cart?token=t0ken#frag', target: '_blank' }, 'Cart'),
      el('img', { src: 'https://shop.example/a.png?user=ana', srcset: 'b.png 2x', alt: 'A lamp' }),
      el('iframe', { src: 'https://shop.example/f?x=1', srcdoc: '<p>inner words</p>' }),
      el(
        'style',
        {},
        'p::after { content: "quoted"; background: url("https://shop.example/bg?u=ana") } @import "more.css"; p { color: red }'
      ),
      el('p', { style: 'background: u\\72l(https://shop.example/b2); color: blue' }, 'x')
    )
  )
  expect(out).toContain('https://shop.example/cart')
  expect(out).toContain('A lamp')
  expect(out).toContain('color: red')
  expect(out).toContain('color: blue')
  for (const word of [
    't0ken',
    'frag',
    'ana',
    'a.png',
    'b.png',
    'inner words',
    'quoted',
    'bg?',
    'more.css',
    '/b2',
    '/f?'
  ])
    expect(out).not.toContain(word)
  const meta = guard.guard({
    type: EVENT.meta,
    timestamp: 3,
    data: { href: 'https://shop.example/x?y=z', width: 800, height: 600 }
  })
  expect(meta.event?.data).toEqual({ href: 'https://shop.example/x', width: 800, height: 600 })
})

test('[AV16] with everything private by itself, only what is shared is read', () => {
  const guard = createGuard('private')
  const out = over(
    guard,
    page(el('p', { title: 'hovered' }, 'closed words'), el('p', { 'data-share': '' }, 'open words'))
  )
  expect(out).toContain('open words')
  expect(out).not.toContain('closed words')
  expect(out).not.toContain('hovered')
})

test('[AV21] what nobody knows stays on the page, and what cannot be followed is told anew', () => {
  const guard = createGuard('hardened')
  guard.guard(page(el('p', {}, 'x')))
  for (const source of [7, 9, 10, 11, 14, 16, 99])
    expect(guard.guard(changed({ source, text: 'x' }))).toEqual({ event: null, again: false })
  for (const type of [5, 6, 42])
    expect(guard.guard({ type, timestamp: 1, data: { payload: 'x' } }).event).toBeNull()
  expect(
    guard.guard(mutation({ adds: [{ parentId: 99_999, nextId: null, node: el('p', {}, 'lost') }] }))
  ).toEqual({ event: null, again: true })
  expect(guard.guard(changed({ source: CHANGE.mutation, adds: null })).again).toBe(true)
  expect(guard.guard({ type: EVENT.snapshot, timestamp: 1, data: null }).event).toBeNull()
  expect(
    guard.guard(changed({ source: CHANGE.interaction, id: 3, x: 4, y: 5, type: 2, value: 'typed' })).event
      ?.data
  ).toEqual({
    source: CHANGE.interaction,
    id: 3,
    x: 4,
    y: 5,
    type: 2
  })
})

test('[AV16] what was hidden is counted by why, and counted once', () => {
  const guard = createGuard('hardened')
  guard.guard(
    page(
      el('input', { value: 'typed' }),
      el('p', {}, 'to DE89370400440532013000'),
      el('p', { 'data-private': '' }, 'x')
    )
  )
  expect(guard.takeCounts()).toMatchObject({ field: 1, secret: 1, text: 1 })
  expect(guard.takeCounts()).toEqual({})
})
