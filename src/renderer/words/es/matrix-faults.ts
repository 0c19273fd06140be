import type { TextFaultCode } from '../../../shared/protocol/matrices.ts'

export const matrixFaults: Readonly<Record<TextFaultCode, string>> = {
  syntax: 'No se puede leer como YAML ni como JSON: {problem}',
  duplicate_key: '{key} aparece aquí dos veces.',
  too_big: 'El archivo pasa de {most} caracteres.',
  too_many_rows: '{list} tiene {count} filas; como mucho, {most}.',
  alias_bomb: 'Sus referencias se despliegan en mucho más de lo que dice.',
  newer_format: 'Es del formato {format}, que este Tierline aún no conoce.',
  not_a_matrix: 'Esto no es una matriz de escalado.',
  unknown_field: 'No existe el campo {field}.',
  missing_field: 'Falta el campo {field}.',
  wrong_type: 'Aquí hay {found}; debería ser {expected}.',
  unknown_value: '{found} no es ninguno de estos: {allowed}.',
  out_of_range: '{found} está fuera de los límites (de {least} a {most}).',
  wrong_text: '{found} no puede ir aquí: {problem}',
  unknown_currency: '{found} no es un código de moneda.',
  amount_with_currency: '{found} es un importe con moneda; escríbelo en céntimos de {currency}.',
  shape: 'No encaja: {problem}'
}
