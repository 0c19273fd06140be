/** Attributes of an element as the page has them. */
export type Attributes = Readonly<Record<string, unknown>>

const TYPES: ReadonlySet<string> = new Set(['password', 'hidden', 'file', 'email', 'tel'])
const AUTOCOMPLETE =
  /^(cc-|.*password|one-time-code|username|email|tel|bday|sex|transaction-|webauthn|name|given-name|family-name|additional-name|street-address|address-|postal-code)/
/** In the languages our agents and their customers write. */
const NAMED =
  /pass(w|phrase|code)|\bpwd|contrase|parola.?d|clave|\bpin\b|\botp\b|\bmfa\b|\b2fa\b|secret|segreto|token|api.?key|card|tarjeta|carta|\bpan\b|cvv|cvc|csc|security.?code|expir|scaden|caduc|iban|\bbic\b|swift|sort.?code|routing|account.?n|cuenta|conto|\bssn\b|social.?sec|tax.?id|\bdni\b|\bnif\b|\bnie\b|codice.?fiscale|passport|pasaporte|passaporto|licen[cs]e|birth|nacimiento|nascita|\bdob\b|salary|salario|stipendio|diagnos|balance|saldo/i
const DESCRIBES = [
  'name',
  'id',
  'aria-label',
  'placeholder',
  'title',
  'data-testid',
  'data-field',
  'ng-model',
  'formcontrolname'
]

/**
 * Whether what somebody types here is nobody else's, whatever the page says of sharing: by the kind of field, what a browser fills in there,
 * or what it is called. A word found in a name counts also where it means something else: too much is hidden rather than too little.
 */
export function isSensitiveField(attributes: Attributes): boolean {
  // The recorder's own mark on a field that was one for passwords.
  if (attributes['data-rr-is-password'] !== undefined) return true
  if (TYPES.has(textOf(attributes, 'type').toLowerCase())) return true
  const fills = textOf(attributes, 'autocomplete').toLowerCase().trim().split(/\s+/)
  if (fills.some((one) => AUTOCOMPLETE.test(one))) return true
  return DESCRIBES.some((name) => NAMED.test(spaced(textOf(attributes, name))))
}

/** `cardNumber` and `card_number` are read as words. */
function spaced(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_-]+/g, ' ')
}

function textOf(attributes: Attributes, name: string): string {
  const value = attributes[name]
  return typeof value === 'string' ? value : ''
}
