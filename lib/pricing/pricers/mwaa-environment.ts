import { mapInterval } from '../../core/interval';
import type { Pricer } from '../pricer';
import { optionalNumber, optionalText } from './properties';
import { hoursOf, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { scaledCount } from './scaling';

const GROUP = 'compute';
/** Source: AWS::MWAA::Environment, EnvironmentClass, MinWorkers, MaxWorkers and Schedulers. */
const DEFAULTS = { class: 'mw1.small', minWorkers: 1, maxWorkers: 10, schedulers: 2 } as const;
/** Workers that the price of an environment contains. Source: https://c3x.dev/blog/mwaa-cost-managed-airflow/. */
const INCLUDED_WORKERS = 1;
/**
 * Schedulers that the price of an environment contains: one by https://c3x.dev/blog/mwaa-cost-managed-airflow/, or the default of
 * two. Amazon MWAA pricing charges additional schedulers without this number.
 */
const INCLUDED_SCHEDULERS = { least: 1, most: 2 } as const;

/** MWAA environment: its hours, those of the workers and schedulers above the included ones, and the metadata database. */
export const mwaaEnvironment: Pricer = {
  types: ['AWS::MWAA::Environment'],
  charges: (resource, context) => {
    const { properties } = resource;
    const size = (optionalText(properties, 'EnvironmentClass') ?? DEFAULTS.class).replace(/^mw1\./, '');
    const min = optionalNumber(properties, 'MinWorkers') ?? DEFAULTS.minWorkers;
    const max = optionalNumber(properties, 'MaxWorkers') ?? DEFAULTS.maxWorkers;
    const workers = mapInterval(scaledCount(resource, { min, max }, context), (count) => Math.max(count - INCLUDED_WORKERS, 0));
    const schedulers = optionalNumber(properties, 'Schedulers') ?? DEFAULTS.schedulers;
    const above = (included: number) => Math.max(schedulers - included, 0);
    const [least, most] = [above(INCLUDED_SCHEDULERS.most), above(INCLUDED_SCHEDULERS.least)];
    return [
      { kind: 'airflow-environment-hours', details: [size], sku: `mwaa/environment/${size}`, quantity: ONE_MONTH_HOURS, group: GROUP },
      { kind: 'airflow-worker-hours', details: [size], sku: `mwaa/worker/${size}`, quantity: hoursOf(workers), group: GROUP },
      ...(most > 0
        ? [
            {
              kind: 'airflow-scheduler-hours',
              details: [size],
              sku: `mwaa/scheduler/${size}`,
              quantity: hoursOf({ low: least, mid: least, high: most }),
              group: GROUP,
            } as const,
          ]
        : []),
      usageCharge(resource, context, {
        kind: 'airflow-database-gb-months',
        sku: 'mwaa/database',
        group: 'storage and backup',
        key: 'storedGb',
      }),
    ];
  },
};
