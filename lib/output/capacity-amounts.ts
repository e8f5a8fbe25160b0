import { type Interval, mapInterval } from '../core/interval';
import { percent } from '../core/number-format';
import { thousands } from '../core/thousands';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../core/time';

const DIGITS = 3;

/** `1,230`, `0.0123`, `1.23e-7`: three significant digits, because the model uses assumed figures. A number that is not finite is `unknown`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return 'unknown';
  if (value === 0) return '0';
  return thousands(String(Number(value.toPrecision(DIGITS))));
}

/** `12 – 18 – 25`: low, mid and high, or one number where they are the same. */
export function figures({ low, mid, high }: Interval): string {
  const texts = [low, mid, high].map(figure);
  return new Set(texts).size === 1 ? (texts[0] ?? '') : texts.join(' – ');
}

/** `12 – 18 – 25`: users that are handled, rounded down to whole users of three digits: 1,239 users are `1,230`. */
export function handledUsers(users: Interval): string {
  return figures(mapInterval(users, roundedDown));
}

/** `+270`: users that are handled in addition, so that the sum of the rounded numbers is right; of a smaller difference, its own digits. */
export function moreHandledUsers(before: number, after: number): string {
  const rounded = roundedDown(after) - roundedDown(before);
  const more = rounded === 0 ? roundedDown(Math.abs(after - before)) * Math.sign(after - before) : rounded;
  if (more === 0) return '0';
  return `${more < 0 ? '−' : '+'}${thousands(String(Number(Math.abs(more).toPrecision(12))))}`;
}

/** The share of a user below which a number is the next one: floating-point products are inexact. */
const NEARLY = 1e-6;

function roundedDown(users: number): number {
  const step = users < 10 ** DIGITS ? 1 : 10 ** (Math.floor(Math.log10(users)) + 1 - DIGITS);
  return Math.floor(users / step + NEARLY) * step;
}

/** `12% – 18% – 25%`, or one share where they are the same. */
export function shares({ low, mid, high }: Interval): string {
  return [...new Set([low, mid, high].map(percent))].join(' – ');
}

/** `10–25`, `1,000–5,000+`. */
export function publishedText({ from, to, orMore }: { readonly from: number; readonly to: number; readonly orMore: boolean }): string {
  const text = from === to ? thousands(String(from)) : `${thousands(String(from))}–${thousands(String(to))}`;
  return orMore ? `${text}+` : text;
}

/** Periods of rates, with their seconds. */
const EVERY = [
  ['second', 1],
  ['minute', SECONDS_PER_MINUTE],
  ['hour', SECONDS_PER_HOUR],
  ['day', SECONDS_PER_DAY],
] as const;

/** The shortest period in which a rate is at least 1, so that small rates stay readable. */
export function periodForRate({ mid }: Interval): (typeof EVERY)[number][0] {
  return EVERY.find(([, seconds]) => mid * seconds >= 1)?.[0] ?? (mid > 0 ? 'day' : 'second');
}

/** A rate per second as a rate per longer period. */
export function rateOver(perSecond: Interval, every: (typeof EVERY)[number][0]): Interval {
  const seconds = EVERY.find(([name]) => name === every)?.[1] ?? 1;
  return mapInterval(perSecond, (value) => value * seconds);
}
