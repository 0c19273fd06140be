import type { TextFaultCode } from '../../../shared/protocol/matrices.ts'

export const matrixFaults: Readonly<Record<TextFaultCode, string>> = {
  syntax: 'Non si legge né come YAML né come JSON: {problem}',
  duplicate_key: '{key} compare qui due volte.',
  too_big: 'Il file supera {most} caratteri.',
  too_many_rows: '{list} ha {count} righe; al massimo {most}.',
  alias_bomb: 'I suoi rimandi si aprono in molto più di ciò che dice.',
  newer_format: 'È nel formato {format}, che questo Tierline non conosce ancora.',
  not_a_matrix: 'Questa non è una matrice di escalation.',
  unknown_field: 'Il campo {field} non esiste.',
  missing_field: 'Manca il campo {field}.',
  wrong_type: 'Qui c’è {found}; dovrebbe essere {expected}.',
  unknown_value: '{found} non è fra questi: {allowed}.',
  out_of_range: '{found} è fuori dai limiti (da {least} a {most}).',
  wrong_text: '{found} non può stare qui: {problem}',
  unknown_currency: '{found} non è un codice di valuta.',
  amount_with_currency: '{found} è un importo con valuta; scrivilo in centesimi di {currency}.',
  shape: 'Non va bene: {problem}'
}
