import type { Field, FileReference, Person } from '../kernel/index.ts';

/** 李某某 → 李**; a name of one character shows nothing. */
export function maskName(name: string): string {
  const letters = [...name];
  return letters.length < 2 ? '*' : letters[0]! + '*'.repeat(letters.length - 1);
}

/** 13800001234 → 138****1234; a shorter number keeps its last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(phone.length - 2, 1))}${phone.length > 2 ? phone.slice(-2) : ''}`;
}

/** An identity number keeps its last two characters. */
export function maskIdNumber(number: string): string {
  return `${'*'.repeat(Math.max(number.length - 2, 1))}${number.length > 2 ? number.slice(-2) : ''}`;
}

function maskPerson(person: Person): Person {
  const { name, phone, idNumber, address } = person;
  return {
    name: maskName(name),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(idNumber === undefined ? {} : { idNumber: maskIdNumber(idNumber) }),
    ...(address === undefined ? {} : { address: '***' }),
  };
}

/** A personal value as it is shown to those who do not handle the matter: enough to tell two apart, no more. */
export function maskValue(field: Field, value: unknown): unknown {
  switch (field.type) {
    case 'person':
      return Array.isArray(value) ? (value as Person[]).map(maskPerson) : maskPerson(value as Person);
    case 'file':
      return { name: '（附件）', size: (value as FileReference).size };
    case 'number':
    case 'money':
      return null;
    default:
      return '***';
  }
}

function named(person: Person): Person {
  return { ...maskPerson(person), name: person.name };
}

/** A personal value as whoever decides sees it: who it is and what is said, while telephone, number and address stay masked. */
export function shownValue(field: Field, value: unknown): unknown {
  if (field.type !== 'person') return value;
  return Array.isArray(value) ? (value as Person[]).map(named) : named(value as Person);
}
