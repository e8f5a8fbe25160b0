import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, objects, optionalNumber, optionalText, type Properties } from './properties';

/** An alarm with a period below this number of seconds is a high-resolution alarm. */
const STANDARD_PERIOD_SECONDS = 60;
const DEFAULT_PERIOD_SECONDS = 60;
/** An anomaly detection band counts as two more metrics: its upper and its lower bound. Source: Amazon CloudWatch pricing. */
const METRICS_OF_A_BAND = 2;

/** CloudWatch alarm, charged by the number of its metrics. */
export const cloudwatchAlarm: Pricer = {
  types: ['AWS::CloudWatch::Alarm'],
  charges: ({ properties }) => {
    const { metrics, periodSeconds } = watched(properties);
    const isHighResolution = periodSeconds < STANDARD_PERIOD_SECONDS;
    return [
      {
        kind: 'alarm-metrics',
        details: isHighResolution ? ['high resolution'] : [],
        sku: isHighResolution ? 'cloudwatch/alarm-high-resolution' : 'cloudwatch/alarm',
        quantity: certain(metrics),
        group: 'observability and security',
      },
    ];
  },
};

function watched(properties: Properties): { readonly metrics: number; readonly periodSeconds: number } {
  const queries = objects(properties, 'Metrics');
  if (queries.length === 0) return { metrics: 1, periodSeconds: optionalNumber(properties, 'Period') ?? DEFAULT_PERIOD_SECONDS };
  const expressions = queries.map((query) => optionalText(query, 'Expression') ?? '');
  if (expressions.some((expression) => /^\s*SELECT\b/i.test(expression))) {
    throw new UnreadableProperty({ kind: 'known-in-operation', amount: 'matched-metrics' });
  }
  const stats = queries.filter((query) => query.MetricStat !== undefined).map((query) => object(query, 'MetricStat'));
  const bands = expressions.filter((expression) => /ANOMALY_DETECTION_BAND/.test(expression)).length;
  const periods = [...stats, ...queries].map((query) => optionalNumber(query, 'Period') ?? DEFAULT_PERIOD_SECONDS);
  return { metrics: Math.max(1, stats.length + bands * METRICS_OF_A_BAND), periodSeconds: Math.min(...periods) };
}
