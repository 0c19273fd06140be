import type { FindingCode } from '../../../shared/escalation/finding.ts'

export const matrixFindings: Readonly<Record<FindingCode, string>> = {
  shape: 'Questo non può stare qui. {wrong}',
  newer_format: 'Questo documento è stato scritto da un Tierline più recente.',
  duplicate_id: '{id} compare due volte.',
  unknown_team: 'La coda {queue} non esiste.',
  unknown_tier: 'Il livello {tier} non esiste.',
  unknown_category: 'La categoria {category} non esiste.',
  unknown_exception: 'L’eccezione {exception} non esiste.',
  exception_unused: 'Nessuna riga chiede l’eccezione {exception}, quindi nessuno può chiederla.',
  unknown_person: 'Nessuno si chiama {person}.',
  share_falls: 'La quota di {tier} va dal {from} al {to} per cento, e non è un intervallo.',
  not_up: '{to} non è sopra {from}, quindi lì la riga non fa nulla.',
  empty_range: 'Nessun importo è oltre {over} e fino a {upTo}.',
  lost_queue: '{queue} non c’è più, ma vi stanno {open} casi in lavorazione.',
  awaited_queue:
    '{queue} non c’è più, ma {open} casi in lavorazione vi andrebbero: indietro, o con uno spostamento richiesto.',
  lost_category: 'La categoria {category} non c’è più, ma la hanno {open} casi in lavorazione.',
  currency_changed:
    'Gli importi in {from} contano ancora in {cases} casi, richiesti o concessi, e sarebbero presi per {to}.',
  no_owner: 'Nessuno lavora in {queue}, dove vanno questi casi.',
  empty_team: 'In {queue} lavorano solo i responsabili delle escalation.',
  dead_end: 'Da {queue} un caso così non può andare da nessuna parte, anche se altri possono salire.',
  unsure_way:
    'Da {queue} un caso così sale solo con {by}: da sé se si arriva a quel punto, o con un’approvazione.',
  cycle: 'Un caso spostato da {from} a {to} torna a {from} per altre righe.',
  shadowed: 'Non arriva mai il suo turno: {by} prende tutti i suoi casi.',
  takes_all: 'Prende tutti i casi di {places}, quindi lì a nessuna riga funzionale tocca mai.',
  unreachable: 'Nessun caso arriva qui: {what}.',
  never_comes:
    'In {places} non le resta nessun caso: lungo le righe quei casi non vi arrivano, o li prendono righe precedenti.',
  no_approver: 'Nessuno può decidere il passo {step} per i casi di {queue}.',
  own_approval: 'Quando chiede {person}, nessun altro può decidere il passo {step} per i casi di {queue}.',
  nobody_told: 'Non c’è nessuno da avvisare dei casi di {queue}.',
  told_already: 'Se al passo {step} non si risponde in tempo, si avvisa solo chi è già stato interpellato.',
  told_asker:
    'Se chiede {person} e al passo {step} non si risponde in tempo, per {queue} si avvisa solo {person}.',
  limit_falls: '{action}: il limite di {tier} ({limit}) è più basso di quello di {below} ({belowLimit}).',
  customer_limit_falls:
    '{action}: il limite di {tier} per cliente ({limit} in {days} giorni) è più basso di quello di {below} ({belowLimit} in {belowDays} giorni).',
  amount_gap:
    'Gli importi oltre {over} e fino a {upTo} non hanno una riga propria per {tier} e vanno a questa.',
  amount_overlap: 'Gli importi oltre {over} e fino a {upTo} vanno a {by}, che sta prima.',
  chain_too_slow:
    'La catena può durare {chain}, ma {tier} ha {target} per risolvere un caso di priorità {priority}.',
  accept_after_resolve: '{accept} per accettare o rispondere non lasciano nulla di {resolve} per risolvere.',
  resolve_after_target:
    '{resolve} per risolvere sono più di {target}, il tempo di {tier} per la priorità {priority}.',
  no_target: 'Non ci sono obiettivi di tempo per la priorità {priority}.',
  delegate_loop: '{of} e {to} si sostituiscono a vicenda senza fine.',
  delegate_unable: '{of} non decide nulla in questa matrice, quindi {to} non può sostituire nessuno.',
  customer_below_case:
    '{action}: {tier} può dare {customer} per cliente, meno di {limit} per caso, quindi il limite per caso non si raggiunge mai.',
  auto_approve_over:
    'Il passo {step} dice di sì da solo fino a {auto}, che non è fra i suoi importi: oltre {over} e fino a {upTo}.',
  automatic_loop: 'Disfa ciò che fa {by}.',
  automatic_idle: 'I suoi casi hanno già priorità {priority}.',
  automatic_twice: 'Fa la stessa cosa di {by}, nello stesso momento e per gli stessi casi.',
  message_incomplete: '«{part}» non è scritto in {language}, che una squadra parla.',
  unknown_placeholder: '«{part}» ({language}) nomina {word} fra parentesi graffe, e nulla lo riempie.'
}
