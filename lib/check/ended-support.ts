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
