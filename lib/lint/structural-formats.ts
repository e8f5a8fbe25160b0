import { isIP } from 'node:net';
import { cidrOf } from './addresses';

interface Format {
  readonly expected: string;
  readonly isValid: (text: string) => boolean;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const isAddress = (text: string) => isIP(text) !== 0 && !text.includes('%');

/**
 * Formats of strings that the API server checks. Source: kube-openapi v0.0.0-20250710, pkg/validation/strfmt/default.go. It ignores
 * formats that it does not know; the formats `duration`, `uri` and others that accept almost every string are not checked here.
 */
export const FORMATS: Readonly<Record<string, Format>> = {
  ipv4: { expected: 'an IPv4 address', isValid: (text) => isAddress(text) && text.includes('.') },
  ipv6: { expected: 'an IPv6 address', isValid: (text) => isAddress(text) && text.includes(':') },
  cidr: { expected: 'a CIDR such as 10.0.0.0/8', isValid: (text) => cidrOf(text) !== undefined },
  uuid: { expected: 'a UUID', isValid: (text) => UUID.test(text) },
  date: { expected: 'a date such as 2026-01-31', isValid: (text) => isDate(text) },
  'date-time': { expected: 'a time such as 2026-01-31T00:00:00Z', isValid: (text) => DATE_TIME.test(text) && isDate(text.slice(0, 10)) },
};

function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
