/**
 * End of standard support of engine versions, and start of the third year after it. From the first date on there is a
 * surcharge, from the second on a higher one. Source: flexera-public/policy_templates,
 * data/aws/aws_extended_support_dates.json, as of 2026-08-20; versions whose support ends later are left out.
 */
const END_OF_SUPPORT: Readonly<Record<string, { readonly ended: string; readonly thirdYear?: string }>> = {
  'mysql 5.7': { ended: '2024-03-01', thirdYear: '2026-03-01' },
  'mysql 8.0': { ended: '2026-08-01', thirdYear: '2028-08-01' },
  'postgres 11': { ended: '2024-04-01', thirdYear: '2026-04-01' },
  'postgres 12': { ended: '2025-03-01', thirdYear: '2027-03-01' },
  'postgres 13': { ended: '2026-03-01', thirdYear: '2028-03-01' },
  'postgres 14': { ended: '2027-03-01', thirdYear: '2029-03-01' },
  // The third year of Aurora MySQL 2 costs as much as the first two.
  'aurora-mysql 5.7': { ended: '2024-12-01' },
  'aurora-postgresql 11': { ended: '2024-04-01', thirdYear: '2026-04-01' },
  'aurora-postgresql 12': { ended: '2025-03-01', thirdYear: '2027-03-01' },
  'aurora-postgresql 13': { ended: '2026-03-01', thirdYear: '2028-03-01' },
  'aurora-postgresql 14': { ended: '2027-03-01', thirdYear: '2029-03-01' },
  'redis 4': { ended: '2026-02-01', thirdYear: '2028-02-01' },
  'redis 5': { ended: '2026-02-01', thirdYear: '2028-02-01' },
  'redis 6': { ended: '2027-02-01', thirdYear: '2029-02-01' },
  'kubernetes 1.28': { ended: '2024-11-26' },
  'kubernetes 1.29': { ended: '2025-03-23' },
  'kubernetes 1.30': { ended: '2025-07-23' },
  'kubernetes 1.31': { ended: '2025-11-26' },
  'kubernetes 1.32': { ended: '2026-03-23' },
  'kubernetes 1.33': { ended: '2026-07-29' },
};

/** The date of estimates: that of the list above. An estimate must not change because a day has passed. */
const ESTIMATE_DATE = '2026-08-20';

/** The surcharge of a version; undefined while it is in standard support, or when no version is stated. */
export function supportYear(engine: string, version: string | undefined): 'year-1' | 'year-3' | undefined {
  const dates = version === undefined ? undefined : datesOf(engine, version);
  if (dates === undefined || ESTIMATE_DATE < dates.ended) return undefined;
  return dates.thirdYear !== undefined && dates.thirdYear <= ESTIMATE_DATE ? 'year-3' : 'year-1';
}

/** `8.0.35` is a version of 8.0, `13.4` one of 13: the longest known prefix applies. */
function datesOf(engine: string, version: string): (typeof END_OF_SUPPORT)[string] | undefined {
  const [major, minor] = version.split('.');
  return END_OF_SUPPORT[`${engine} ${major}.${minor}`] ?? END_OF_SUPPORT[`${engine} ${major}`];
}
