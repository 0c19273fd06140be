const FRONT = { tier: 'L1', team: 'front' }

const person = (id: string, name: string, language = 'en') => ({
  id,
  name,
  language,
  segment: 'B2C',
  email: `${id}@example.com`
})

const HUGE_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4)

/** What a customer may send who means no good, or whose machine adds what nobody sees. */
export const HOSTILE = {
  subject: '<img src=x onerror="document.title=\'taken\'"> \u202Egnp.exe\u202C & </h2><script>',
  body: [
    '<script>document.title = "taken"</script><b>bold</b> <a href="javascript:alert(1)">here</a>',
    '<img src="http://127.0.0.1:9/pixel.png" onerror="document.title=\'taken\'">',
    `A word without an end: ${HUGE_WORD}`,
    'Right to left: \u202Eabc\u202C and \u05E9\u05DC\u05D5\u05DD \u0639\u0631\u0628\u064A'
  ].join('\n')
}

export const TRANSFER = 'Transfer to a supplier is held for review'
export const LAMP = 'Refund of 120 for a broken lamp'
export const PASSWORD = 'Password link does not arrive'
export const PRINTER = 'Printer on the third floor prints zebra stripes'

/** Cases the tests work on, in the front line's queue. Each test has its own copy, so all may use the same. */
export const CASES = [
  {
    subject: TRANSFER,
    body: 'Our transfer to a supplier shows "held for review" for two days. The supplier stops delivering tomorrow. Please tell me what is missing.',
    customer: person('c-moss', 'Harriet Moss'),
    channel: 'email',
    category: 'transfer',
    queue: FRONT
  },
  {
    subject: LAMP,
    body: 'The lamp arrived in pieces and I sent the photos twice. I want my 120.00 back, not another lamp.',
    customer: person('c-lamp', 'Oscar Lindt'),
    channel: 'web',
    category: 'billing',
    queue: FRONT
  },
  {
    subject: PASSWORD,
    body: 'I asked for a new password four times this morning and no mail has come. The spam folder is empty.',
    customer: person('c-pass', 'Irene Soto', 'es'),
    channel: 'chat',
    category: 'access',
    queue: FRONT
  },
  {
    subject: PRINTER,
    body: 'Every page has black stripes since the toner was changed. The printer itself says all is well.',
    customer: person('c-zebra', 'Lars Holm'),
    channel: 'phone',
    category: 'hardware',
    queue: FRONT
  },
  {
    ...HOSTILE,
    customer: person('c-hostile', '<b>Mallory</b> \u202Eyrollam'),
    channel: 'web',
    category: 'other',
    queue: FRONT
  }
]
