import type { EscalationMessage } from '../../shared/escalation/matrix.ts'

/** A customer message to begin with, in the three languages: part of the document from then on. */
export const FIRST_MESSAGE: EscalationMessage = {
  empathy: {
    en: 'Dear {customer}, we understand how unpleasant this is for you.',
    es: 'Hola, {customer}: entendemos lo molesto que es esto para ti.',
    it: 'Gentile {customer}, capiamo quanto questo sia spiacevole.'
  },
  done: {
    en: 'So far we have done this: {done}.',
    es: 'Hasta ahora hemos hecho esto: {done}.',
    it: 'Finora abbiamo fatto questo: {done}.'
  },
  fault: {
    en: 'The mistake is ours, and we say so plainly.',
    es: 'El error es nuestro y lo decimos con claridad.',
    it: 'L’errore è nostro e lo diciamo con chiarezza.'
  },
  serious: {
    en: 'We take your case {ref} seriously and have passed it to our specialists.',
    es: 'Nos tomamos en serio tu caso {ref} y lo hemos pasado a nuestros especialistas.',
    it: 'Prendiamo sul serio il caso {ref} e lo abbiamo passato ai nostri specialisti.'
  },
  contact: {
    en: 'The team {team} looks after you from now on.',
    es: 'El equipo {team} se ocupa de ti a partir de ahora.',
    it: 'Da ora se ne occupa la squadra {team}.'
  },
  next: {
    en: 'You will hear from us by {next}.',
    es: 'Tendrás noticias nuestras antes de {next}.',
    it: 'Avrà nostre notizie entro {next}.'
  },
  apology: {
    en: 'We are sorry for the trouble. {agent}',
    es: 'Sentimos las molestias. {agent}',
    it: 'Ci scusiamo per il disagio. {agent}'
  }
}
