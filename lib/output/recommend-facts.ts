import type { Assessment, Limit } from '../capacity/recommend/assess';
import type { Candidate } from '../capacity/recommend/candidate';
import { certain } from '../core/interval';
import { usd } from '../core/money';
import { counted, percent } from '../core/number-format';
import { cents, dollars } from './amounts';
import { figure, handledUsers } from './capacity-amounts';
import type { Block, Grid } from './report';
import { tooSmallText } from './too-small';

/** A name with its text. Text of the kind `command` is not wrapped, so that it can be copied. */
export type Fact = readonly [name: string, text: string, kind?: 'command'];

/** Names with their texts, below a heading. */
export function facts(heading: string, rows: readonly Fact[]): Block[] {
  const columns: Grid['columns'] = [
    { heading: [''], align: 'left' },
    { heading: [''], align: 'left', wraps: true },
  ];
  return [
    { kind: 'heading', text: heading },
    { kind: 'grid', columns, rows: rows.map(([name, text, kind]) => ({ cells: [name, text], endsWithCommand: kind === 'command' })) },
  ];
}

/** `api processor at 61% (threshold 70%), 83% at high demand; reached at 400 users (assumed)`. */
export function limitText({ resource, utilization, threshold, atUsers, tooSmallInShare, evidence }: Limit): string {
  const users = atUsers.mid > 0 ? `; reached at ${handledUsers(certain(atUsers.mid))} users` : '';
  const tooSmall = tooSmallInShare > 0 ? `; ${tooSmallText({ tooSmallInShare })}` : '';
  return `${resource} at ${percent(utilization.mid)} (threshold ${percent(threshold)}), ${percent(utilization.high)} at high demand${users}${tooSmall} (${evidence})`;
}

/** `api processor at 400 users (assumed)`. */
export function nextText({ resource, atUsers, timesWorkload, evidence }: Limit): string {
  const where = atUsers.mid > 0 ? `${handledUsers(certain(atUsers.mid))} users` : `${figure(timesWorkload.mid)} times the load`;
  return `${resource} at ${where} (${evidence})`;
}

/** `$100 – $120 – $150 per month; $0.34/user`. */
export function costText({ monthlyUsd, targetWorkload }: Assessment): string {
  const users = targetWorkload.concurrentUsers?.mid ?? 0;
  const each = users > 0 ? `; ${perUserText(monthlyUsd.mid / users)}/user` : '';
  return `${[monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high].map(usdText).join(' – ')} per month${each}`;
}

/** To the cent, and below a cent in three digits. */
function perUserText(amount: number): string {
  return amount >= 0.01 ? cents(usd(amount.toFixed(2))) : `$${figure(amount)}`;
}

/** Whole dollars. */
export function usdText(amount: number): string {
  return dollars(usd(amount.toFixed(2)));
}

/** `large (no GPU, 2 read replicas)`. */
export function candidateText(candidate: Pick<Candidate, 'tier' | 'options'>): string {
  const options = optionsText(candidate);
  return options === '' ? candidate.tier : `${candidate.tier} (${options})`;
}

/** `no GPU, 2 read replicas`. */
export function optionsText({ options }: Pick<Candidate, 'options'>): string {
  return Object.entries(options)
    .map(([key, value]) => optionText(key, value))
    .join(', ');
}

function optionText(key: string, value: string): string {
  if (key === 'gpu') return value === 'none' ? 'no GPU' : `GPU ${value}`;
  if (key === 'readReplicas') return counted(Number(value), 'read replica');
  return `${key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`;
}
