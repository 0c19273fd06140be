import type {
  Measured,
  SyntaxProblem,
  TextFaultCode,
  TextRule,
  ValueKind
} from '../../../shared/escalation/text-fault.ts'

export const matrixFaults: Readonly<Record<Exclude<TextFaultCode, 'out_of_range'>, string>> = {
  syntax: 'Non si legge né come YAML né come JSON: {problem}',
  duplicate_key: '{key} compare qui due volte.',
  too_big: 'Il file supera {most} caratteri.',
  too_many_rows: '{list} ha {count} righe; al massimo {most}.',
  alias_bomb: 'I suoi rimandi si aprono in molto più di ciò che dice.',
  unknown_anchor: '*{name} non rimanda a nulla: prima non c’è nessun &{name}.',
  newer_format: 'È nel formato {format}, che questo Tierline non conosce ancora.',
  not_a_matrix: 'Questa non è una matrice di escalation.',
  unknown_field: 'Il campo {field} non esiste.',
  missing_field: 'Manca il campo {field}.',
  wrong_type: 'Qui c’è {found}; dovrebbe essere {expected}.',
  unknown_value: '{found} non è fra questi: {allowed}.',
  wrong_text: '{found} non può stare qui: {rule}',
  unknown_currency: '{found} non è un codice di valuta.',
  amount_with_currency: '{found} è un importo con valuta; scrivilo in centesimi di {currency}.',
  shape: 'Questo qui non va bene.'
}

export const matrixFaultValues: {
  readonly syntax: Readonly<Record<SyntaxProblem, string>>
  readonly kind: Readonly<Record<ValueKind, string>>
  readonly rule: Readonly<Record<TextRule, string>>
  readonly bounds: Readonly<Record<Measured, { readonly below: string; readonly above: string }>>
} = {
  syntax: {
    indent: 'Una riga rientra troppo o troppo poco.',
    tab: 'Si rientra con gli spazi, non con le tabulazioni.',
    character: 'Manca una parentesi, una virgoletta, i due punti o una virgola.',
    key: 'Un campo non ha un nome valido.',
    escape: 'Dopo una barra rovesciata fra virgolette c’è qualcosa che non ci può stare.',
    alias: 'Un rimando (& o *) non porta da nessuna parte o è nel posto sbagliato.',
    tag: 'Qui un’etichetta YAML non è ammessa.',
    documents: 'Nel file c’è più di un documento.',
    unexpected: 'Qui c’è qualcosa che non c’entra.',
    too_deep: 'Ci sono troppi livelli, uno dentro l’altro.'
  },
  kind: {
    text: 'un testo',
    number: 'un numero',
    whole: 'un numero intero',
    list: 'un elenco',
    fields: 'un gruppo di campi',
    other: 'un’altra cosa'
  },
  rule: {
    id: 'solo lettere minuscole, cifre e trattini.',
    other: 'non è scritto come dovrebbe.'
  },
  bounds: {
    number: { below: '{found} è meno di {least}.', above: '{found} è più di {most}.' },
    text: {
      below: 'Ha {found} caratteri; ne servono almeno {least}.',
      above: 'Ha {found} caratteri; può averne al massimo {most}.'
    },
    list: {
      below: 'Ha {found} voci; ne servono almeno {least}.',
      above: 'Ha {found} voci; può averne al massimo {most}.'
    }
  }
}
