import { thousands } from './thousands';

/** `4%`, `1,250%`: a share of 0.04 or 12.5. A share above 0 is never `0%`, one below 1 never `100%`; one that is not finite is `unknown`. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return 'unknown';
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return '<1%';
  return whole === 100 && share < 1 ? '>99%' : `${thousands(String(whole))}%`;
}

/**
 * `97%`: a likelihood that a simulation found. Samples prove neither certainty nor impossibility, so all of them are `>99%`,
 * and none of them is `<1%`.
 */
export function likelihood(share: number): string {
  if (share >= 1) return '>99%';
  return share <= 0 ? '<1%' : percent(share);
}

const EXACT_PERCENT_DIGITS = 4;

/** `0.5%`: a share that was written by a person, such as a threshold, as it was written. */
export function exactPercent(share: number): string {
  return `${Number((share * 100).toPrecision(EXACT_PERCENT_DIGITS))}%`;
}

/** `1 resource`, `2 resources`. */
export function counted(count: number, noun: string): string {
  return `${thousands(String(count))} ${noun}${count === 1 ? '' : 's'}`;
}

const ROUNDED_DIGITS = 3;

/** `0.333`, `1,230`: a number of three significant digits, which is the precision of assumed figures. */
export function rounded(value: number): string {
  const text = String(Number(value.toPrecision(ROUNDED_DIGITS)));
  return text.includes('e') ? text : thousands(text);
}

/** `1.93`, `4`: a size of an instance type with at most two decimals. */
export function hundredths(value: number): string {
  return String(Math.round(value * 100) / 100);
}
