/**
 * Last day of standard support of major versions that have left it, by engine of RDS. Source: endoflife.date, amazon-rds-mysql,
 * amazon-rds-postgresql and amazon-aurora-postgresql, which repeat the release calendars of AWS; read on 2026-11-29.
 */
export const STANDARD_SUPPORT_ENDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mysql: { '5.6': '2022-03-01', '5.7': '2024-02-29', '8.0': '2026-07-31' },
  postgres: { '10': '2023-04-30', '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
  'aurora-postgresql': { '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
};

/**
 * The newest Kubernetes version that has left extended support, and its last day. Source: endoflife.date, amazon-eks; read on
 * 2026-11-29.
 */
export const KUBERNETES_SUPPORT_ENDED = { minor: 31, on: '2026-11-26' } as const;

/**
 * Last day of standard support of versions that are in paid extended support, by engine. Source: endoflife.date,
 * amazon-elasticache-redis, amazon-documentdb and amazon-opensearch; read on 2026-11-30.
 */
export const EXTENDED_SUPPORT_ENTERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  redis: { '4': '2026-01-31', '5': '2026-01-31' },
  docdb: { '3.6': '2026-03-30' },
  opensearch: {
    '1.0': '2025-11-07',
    '1.1': '2025-11-07',
    '1.2': '2025-11-07',
    '2.3': '2025-11-07',
    '2.5': '2025-11-07',
    '2.7': '2025-11-07',
    '2.9': '2025-11-07',
  },
};

/** The last day of standard support of a version such as `8.0.35`, in a table by line such as `8.0`; undefined for other lines. */
export function endOfSupport(versions: Readonly<Record<string, string>>, version: string): string | undefined {
  return Object.entries(versions).find(([line]) => `${version}.`.startsWith(`${line}.`))?.[1];
}
