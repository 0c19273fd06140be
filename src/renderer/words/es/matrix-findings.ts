import type { FindingCode } from '../../../shared/escalation/finding.ts'

export const matrixFindings: Readonly<Record<FindingCode, string>> = {
  shape: 'Esto no puede ir ahí. {wrong}',
  newer_format: 'Este documento lo escribió un Tierline más nuevo.',
  duplicate_id: '{id} aparece dos veces.',
  unknown_team: 'No existe la cola {queue}.',
  unknown_tier: 'No existe el nivel {tier}.',
  unknown_category: 'No existe la categoría {category}.',
  unknown_exception: 'No existe la excepción {exception}.',
  exception_unused: 'Ninguna fila pide la excepción {exception}, así que nadie puede pedirla.',
  unknown_person: 'Nadie se llama {person}.',
  share_falls: 'La cuota de {tier} va del {from} al {to} por ciento, y eso no es un intervalo.',
  not_up: '{to} no está por encima de {from}, así que la fila no hace nada ahí.',
  empty_range: 'Ningún importe es de más de {over} y hasta {upTo}.',
  lost_queue: '{queue} ya no está, pero tiene {open} casos en curso.',
  awaited_queue:
    '{queue} ya no está, pero {open} casos en curso irían allí: de vuelta, o con un traslado que se ha pedido.',
  lost_category: 'La categoría {category} ya no está, pero la tienen {open} casos en curso.',
  currency_changed:
    'Los importes en {from} todavía cuentan en {cases} casos, pedidos o concedidos, y se tomarían por {to}.',
  no_owner: 'Nadie trabaja en {queue}, adonde van estos casos.',
  empty_team: 'En {queue} solo trabajan responsables de escalados.',
  dead_end: 'Desde {queue} un caso así no puede ir a ninguna parte, aunque otros sí pueden subir.',
  unsure_way: 'Desde {queue} un caso así solo sube por {by}: por sí solo si llega a darse, o con aprobación.',
  cycle: 'Un caso movido de {from} a {to} vuelve a {from} por otras filas.',
  shadowed: 'Nunca le llega el turno: {by} se queda con todos sus casos.',
  takes_all:
    'Se queda con todos los casos de {places}, así que ahí a ninguna fila funcional le llega el turno.',
  unreachable: 'Ningún caso llega hasta aquí: {what}.',
  never_comes:
    'En {places} no le queda ningún caso: por las filas esos casos no llegan allí, o los toman filas anteriores.',
  no_approver: 'Nadie puede decidir el paso {step} para los casos de {queue}.',
  own_approval: 'Cuando lo pide {person}, nadie más puede decidir el paso {step} para los casos de {queue}.',
  nobody_told: 'No hay a quién avisar de los casos de {queue}.',
  told_already: 'Si el paso {step} no se responde a tiempo, solo se avisa a quienes ya se ha preguntado.',
  told_asker:
    'Si lo pide {person} y el paso {step} no se responde a tiempo, en {queue} solo se avisa a {person}.',
  limit_falls: '{action}: el límite de {tier} ({limit}) es menor que el de {below} ({belowLimit}).',
  customer_limit_falls:
    '{action}: el límite de {tier} por cliente ({limit} en {days} días) es menor que el de {below} ({belowLimit} en {belowDays} días).',
  amount_gap: 'Los importes de más de {over} y hasta {upTo} no tienen fila propia para {tier} y van a esta.',
  amount_overlap: 'Los importes de más de {over} y hasta {upTo} van a {by}, que está antes.',
  chain_too_slow:
    'La cadena puede tardar {chain}, pero {tier} tiene {target} para resolver un caso de prioridad {priority}.',
  accept_after_resolve: '{accept} para aceptar o responder no dejan nada de los {resolve} para resolver.',
  resolve_after_target:
    '{resolve} para resolver son más que los {target} que tiene {tier} para la prioridad {priority}.',
  no_target: 'No hay objetivos de tiempo para la prioridad {priority}.',
  delegate_loop: '{of} y {to} se sustituyen entre sí sin fin.',
  delegate_unable: '{of} no decide nada en esta matriz, así que {to} no puede sustituir a nadie.',
  customer_below_case:
    '{action}: {tier} puede dar {customer} por cliente, menos que los {limit} por caso, así que el límite por caso nunca se alcanza.',
  auto_approve_over:
    'El paso {step} dice que sí por sí solo hasta {auto}, que no está entre sus importes: más de {over} y hasta {upTo}.',
  automatic_loop: 'Deshace lo que hace {by}.',
  automatic_idle: 'Sus casos ya tienen prioridad {priority}.',
  automatic_twice: 'Hace lo mismo que {by}, en el mismo momento y para los mismos casos.',
  message_incomplete: '«{part}» no está escrito en {language}, que un equipo habla.',
  unknown_placeholder: '«{part}» ({language}) nombra {word} entre llaves, y nada lo rellena.'
}
