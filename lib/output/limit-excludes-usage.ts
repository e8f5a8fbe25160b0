import type { Estimate } from '../pricing/estimate';
import { excludedUsageText } from './sums';

/** Warns that a limit was compared with a total that excludes usage, which may exceed it; undefined when the total includes all usage. */
export function limitExcludesUsageText(
  limit: '--budget' | '--max-increase',
  estimate: Pick<Estimate, 'excludesUsageOf'>,
): string | undefined {
  const excluded = excludedUsageText(estimate);
  if (excluded === '') return undefined;
  return `${limit} is compared with a total that ${excluded}. Add --usage <file> to include it, or --require-usage to reject such a total.`;
}
