import type { SystemInput } from '../../lib/model/inputs';
import { LARGE_POOL, SOURCE } from './services';

/** The first two steps of the document. */
export const levers: SystemInput['levers'] = [
  {
    id: 'pool',
    name: 'larger connection pool',
    value: { unit: 'number', default: LARGE_POOL, least: 15, most: 150 },
    changes: [{ kind: 'pool', component: 'api' }],
    cost: {
      monthlyUsd: [0, 0],
      asOf: '2025-11-01',
      source: 'not in the document: a setting; connections are limited by the database of the tier',
    },
    source: `${SOURCE}: pool 20 + 30 instead of 5 + 10; assumed: up to the pool of the tier pool-and-cache`,
  },
];
