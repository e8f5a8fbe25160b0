/** Fields of a schedule in order. Source: Kubernetes documentation of CronJob, and the parser robfig/cron. */
const FIELDS: readonly { readonly name: string; readonly least: number; readonly most: number; readonly words?: readonly string[] }[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'day of the week', least: 0, most: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const MACRO =
  /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every \d+(?:\.\d+)?(?:ns|us|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|ms|s|m|h))*)$/;

/** Days of months in a leap year, from January. */
const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Valid form of an invalid schedule, worded to follow "expected". Undefined when the schedule is valid. */
export function expectedSchedule(schedule: string): string | undefined {
  const text = schedule.trim();
  if (MACRO.test(text)) return undefined;
  if (/^(?:CRON_)?TZ=/.test(text)) return 'five fields: set the time zone in spec.timeZone';
  const fields = text.split(/\s+/);
  if (fields.length !== FIELDS.length) return `five fields (${FIELDS.map(({ name }) => name).join(', ')}), or a macro such as @daily`;
  const values = fields.map((field, index) => valuesOf(field, index));
  const wrong = values.indexOf(undefined);
  const { name, least, most } = FIELDS[wrong] ?? {};
  if (name !== undefined) return `a ${name} from ${least} to ${most}, as a value, range, step or list`;
  return neverOccurs(fields, values) ? 'a date that exists' : undefined;
}

/** The day of the month decides alone only if the day of the week is `*`. */
function neverOccurs(fields: readonly string[], [, , days = [], months = []]: readonly (readonly number[] | undefined)[]): boolean {
  if (!/^[*?]/.test(fields[4] ?? '')) return false;
  return months.every((month) => days.every((day) => day > (DAYS_OF_MONTHS[month - 1] ?? 0)));
}

function valuesOf(field: string, index: number): readonly number[] | undefined {
  const lists = field.split(',').map((part) => partValues(part, index));
  return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

/** Values of one part of a field: a star, `5`, `1-5`, `10-50/10`, or a star with a step such as 15. */
function partValues(part: string, index: number): readonly number[] | undefined {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  const { least = 0, most = 0 } = FIELDS[index] ?? {};
  const [from, to = step === undefined ? from : most, ...more] =
    range === '*' || range === '?' ? [least, most] : range.split('-').map((text) => numberOf(text, index));
  if (from === undefined || to === undefined || more.length > 0 || from < least || to > most || from > to || step === '0') return undefined;
  const values: number[] = [];
  for (let value = from; value <= to; value += Number(step ?? 1)) values.push(value);
  return values;
}

function numberOf(text: string, index: number): number | undefined {
  const word = FIELDS[index]?.words?.indexOf(text.toLowerCase()) ?? -1;
  if (word >= 0) return word + (FIELDS[index]?.least ?? 0);
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
