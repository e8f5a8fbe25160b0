import { type Problem, shown } from '../../core/problems';
import { gibOfBytes } from '../gib-of-bytes';
import type { UnknownField } from '../part';

/** Collects the problems and the unknown fields while a service is read. */
export interface ComposeReading {
  /** Problems of the whole file. */
  readonly problems: Problem[];
  /** Fields of the service that only the environment knows. */
  readonly unknown: UnknownField[];
}

/** Source: Compose specification, "Interpolation". A default that contains another variable is not resolved: its value stays unknown. */
const VARIABLE = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])([^$}]*))?\})/g;
/** Stands for a value that only the environment knows. */
const UNKNOWN = '\u0000';

/** A value with the defaults of its variables; undefined when it needs a variable that has none. */
export function interpolated(value: unknown): unknown {
  const text = withDefaults(value);
  return typeof text === 'string' && text.includes(UNKNOWN) ? undefined : text;
}

/** A string with the defaults of its variables, and nothing for those that have none. */
export function interpolatedText(value: unknown): string {
  return String(withDefaults(value) ?? '').replaceAll(UNKNOWN, '');
}

function withDefaults(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(VARIABLE, (all, plain?: string, _name?: string, operator?: string, fallback?: string) => {
    if (all === '$$') return '$';
    return plain === undefined && (operator === ':-' || operator === '-') ? (fallback ?? '') : UNKNOWN;
  });
}

/** A number of at least `least`, also as a string; undefined when it is missing or unknown. An invalid one is a problem. */
export function numberOf(value: unknown, path: string, least: number, { problems, unknown }: ComposeReading): number | undefined {
  const known = knownOf(value, path, unknown);
  if (known === undefined) return undefined;
  const number = typeof known === 'string' && /^\d+(?:\.\d+)?$/.test(known.trim()) ? Number(known) : known;
  if (typeof number === 'number' && Number.isFinite(number) && number >= least) return number;
  problems.push({ path, received: shown(known), expected: `a number of at least ${least}` });
  return undefined;
}

const UNITS: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A byte value such as `512M` in GiB; undefined when it is missing or unknown. Source: Compose specification, "Specifying byte values". */
export function gibOf(value: unknown, path: string, { problems, unknown }: ComposeReading): number | undefined {
  const known = knownOf(value, path, unknown);
  if (known === undefined) return undefined;
  const [, digits, unit = 'b'] = /^(\d+(?:\.\d+)?)\s*([bkmg])?b?$/i.exec(String(known).trim()) ?? [];
  const bytes = Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
  if (bytes > 0) return gibOfBytes(bytes);
  problems.push({ path, received: shown(known), expected: 'a size such as 512m or 2gb' });
  return undefined;
}

function knownOf(value: unknown, path: string, unknown: UnknownField[]): unknown {
  if (value === undefined || value === null) return undefined;
  const known = interpolated(value);
  if (known === undefined) unknown.push({ field: path.split('.').slice(2).join('.'), value: String(value) });
  return known;
}
