import { z } from 'zod';
import type { Sensitivity } from '../../capacity/sensitivity/sensitivity';
import { Evidence } from '../../model/evidence';
import type { TargetWorkload } from '../../model/workload';
import { figureSource, figureTopicText, figureUnit } from '../sensitivity';
import { AmountJson, Number6 } from './numbers';

/** A figure that decides the answer. */
export const SensitivityJson = z.strictObject({
  figure: z.string().describe('name of the figure, for readers'),
  kind: z
    .enum([
      'workload',
      'usual-amount',
      'included-operation',
      'duration',
      'demand',
      'demand-seconds',
      'working-set',
      'replay-seconds',
      'replay-share',
      'applied-share',
      'base-load',
      'supply',
    ])
    .describe('kind of the figure'),
  operation: z.string().nullable().describe('id of the operation; null for a base load and a supply'),
  component: z.string().nullable().describe('id of the component; null for a figure of an operation only'),
  resource: z.string().nullable().describe('resource of the component; null for a figure of an operation only'),
  interval: AmountJson.describe('low, mid and high value of the figure'),
  unit: z.string().describe('unit of the interval'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
  source: z.string().describe('source of the figure'),
  timesWorkloadAtLow: Number6.describe(
    'multiple of the workload that the tier handles with the required confidence, with the figure at its low value',
  ),
  timesWorkloadAtHigh: Number6.describe('the same with the figure at its high value'),
  usersAtLow: Number6.nullable().describe(
    'concurrent users that the tier handles, with the figure at its low value; null for a workload without users',
  ),
  usersAtHigh: Number6.nullable().describe('the same with the figure at its high value'),
});

/** The JSON form of the figures that decide an answer. */
export function sensitivitiesJson(
  sensitivities: readonly Sensitivity[],
  { concurrentUsers }: TargetWorkload,
): z.infer<typeof SensitivityJson>[] {
  const users = (times: number) => (concurrentUsers === undefined ? null : times * concurrentUsers.mid);
  return sensitivities.map(({ figure, timesWorkloadAtLow, timesWorkloadAtHigh }) => ({
    figure: figureTopicText(figure.topic),
    kind: figure.topic.kind,
    operation: 'operation' in figure.topic ? figure.topic.operation : null,
    component: 'component' in figure.topic ? figure.topic.component : null,
    resource: 'resource' in figure.topic ? figure.topic.resource : null,
    interval: figure.interval,
    unit: figureUnit(figure.topic),
    evidence: figure.evidence,
    source: figureSource(figure),
    timesWorkloadAtLow,
    timesWorkloadAtHigh,
    usersAtLow: users(timesWorkloadAtLow),
    usersAtHigh: users(timesWorkloadAtHigh),
  }));
}
