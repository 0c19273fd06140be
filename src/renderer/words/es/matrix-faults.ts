import type {
  Measured,
  SyntaxProblem,
  TextFaultCode,
  TextRule,
  ValueKind
} from '../../../shared/escalation/text-fault.ts'

export const matrixFaults: Readonly<Record<Exclude<TextFaultCode, 'out_of_range'>, string>> = {
  syntax: 'No se puede leer como YAML ni como JSON: {problem}',
  duplicate_key: '{key} aparece aquí dos veces.',
  too_big: 'El archivo pasa de {most} caracteres.',
  too_many_rows: '{list} tiene {count} filas; como mucho, {most}.',
  alias_bomb: 'Sus referencias se despliegan en mucho más de lo que dice.',
  unknown_anchor: '*{name} no remite a nada: antes no hay ningún &{name}.',
  newer_format: 'Es del formato {format}, que este Tierline aún no conoce.',
  not_a_matrix: 'Esto no es una matriz de escalado.',
  unknown_field: 'No existe el campo {field}.',
  missing_field: 'Falta el campo {field}.',
  wrong_type: 'Aquí hay {found}; debería ser {expected}.',
  unknown_value: '{found} no es ninguno de estos: {allowed}.',
  wrong_text: '{found} no puede ir aquí: {rule}',
  unknown_currency: '{found} no es un código de moneda.',
  amount_with_currency: '{found} es un importe con moneda; escríbelo en céntimos de {currency}.',
  shape: 'Esto no encaja aquí.'
}

export const matrixFaultValues: {
  readonly syntax: Readonly<Record<SyntaxProblem, string>>
  readonly kind: Readonly<Record<ValueKind, string>>
  readonly rule: Readonly<Record<TextRule, string>>
  readonly bounds: Readonly<Record<Measured, { readonly below: string; readonly above: string }>>
} = {
  syntax: {
    indent: 'Una línea tiene demasiada sangría o demasiado poca.',
    tab: 'La sangría se hace con espacios, no con tabuladores.',
    character: 'Falta un paréntesis, una comilla, dos puntos o una coma.',
    key: 'Un campo no tiene un nombre válido.',
    escape: 'Tras una barra invertida entre comillas va algo que no puede ir.',
    alias: 'Una referencia (& o *) no lleva a ninguna parte o está mal puesta.',
    tag: 'Aquí no se admite una etiqueta de YAML.',
    documents: 'Hay más de un documento en el archivo.',
    unexpected: 'Aquí hay algo que no corresponde.',
    too_deep: 'Hay demasiados niveles, unos dentro de otros.'
  },
  kind: {
    text: 'un texto',
    number: 'un número',
    whole: 'un número entero',
    list: 'una lista',
    fields: 'un grupo de campos',
    other: 'otra cosa'
  },
  rule: {
    id: 'solo letras minúsculas, cifras y guiones.',
    other: 'no está escrito como debe.'
  },
  bounds: {
    number: { below: '{found} es menos que {least}.', above: '{found} es más que {most}.' },
    text: {
      below: 'Tiene {found} caracteres; necesita al menos {least}.',
      above: 'Tiene {found} caracteres; puede tener {most} como mucho.'
    },
    list: {
      below: 'Tiene {found} entradas; necesita al menos {least}.',
      above: 'Tiene {found} entradas; puede tener {most} como mucho.'
    }
  }
}
