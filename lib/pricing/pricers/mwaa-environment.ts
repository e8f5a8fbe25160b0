import { certain, mapInterval } from '../../core/interval';
import type { Pricer } from '../pricer';
import { optionalNumber, optionalText } from './properties';
import { hoursOf, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { scaledCount } from './scaling';

const GROUP = 'compute';
/** Source: AWS::MWAA::Environment, EnvironmentClass, MinWorkers, MaxWorkers and Schedulers. */
const DEFAULTS = { class: 'mw1.small', minWorkers: 1, maxWorkers: 10, schedulers: 2 } as const;
/** Workers and schedulers that the price of an environment contains. Source: Amazon MWAA pricing, additional workers and schedulers. */
const INCLUDED = { workers: 1, schedulers: 2 } as const;

/** MWAA environment: its hours, those of the workers and schedulers above the included ones, and the metadata database. */
export const mwaaEnvironment: Pricer = {
  types: ['AWS::MWAA::Environment'],
  charges: (resource, context) => {
    const { properties } = resource;
    const size = (optionalText(properties, 'EnvironmentClass') ?? DEFAULTS.class).replace(/^mw1\./, '');
    const min = optionalNumber(properties, 'MinWorkers') ?? DEFAULTS.minWorkers;
    const max = optionalNumber(properties, 'MaxWorkers') ?? DEFAULTS.maxWorkers;
    const workers = mapInterval(scaledCount(resource, { min, max }, context), (count) => Math.max(count - INCLUDED.workers, 0));
    const schedulers = (optionalNumber(properties, 'Schedulers') ?? DEFAULTS.schedulers) - INCLUDED.schedulers;
    return [
      { kind: 'airflow-environment-hours', details: [size], sku: `mwaa/environment/${size}`, quantity: ONE_MONTH_HOURS, group: GROUP },
      { kind: 'airflow-worker-hours', details: [size], sku: `mwaa/worker/${size}`, quantity: hoursOf(workers), group: GROUP },
      ...(schedulers > 0
        ? [
            {
              kind: 'airflow-scheduler-hours',
              details: [size],
              sku: `mwaa/scheduler/${size}`,
              quantity: hoursOf(certain(schedulers)),
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
