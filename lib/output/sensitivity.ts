import type { RecommendAnswer } from '../answers/recommend';
import type { FigureTopic, UncertainFigure } from '../capacity/sensitivity/uncertain-figures';
import { certain } from '../core/interval';
import { percent } from '../core/number-format';
import { RESOURCES } from '../model/resource';
import { PER_SYSTEM } from '../model/volumes';
import { figure, figures, handledUsers } from './capacity-amounts';
import { candidateText } from './recommend-facts';
import type { Block } from './report';
import { supplyBasisText } from './supply';

/** The figures that decide the answer, with the users that the tier handles at both ends of each. Empty without `why`. */
export function sensitivityBlocks({ why, recommendation: { chosen, tiers, confidence, targetWorkload } }: RecommendAnswer): Block[] {
  const tier = chosen ?? tiers.at(-1);
  if (why === undefined || tier === undefined) return [];
  if (why.length === 0) return [{ kind: 'paragraph', text: 'No uncertain figure changes the capacity by 1% or more.' }];
  const users = targetWorkload.concurrentUsers?.mid ?? 0;
  const handled = (times: number) =>
    users > 0 && Number.isFinite(times) ? handledUsers(certain(times * users)) : users > 0 ? 'no limit' : `${figure(times)} × the load`;
  return [
    {
      kind: 'heading',
      text: `Figures with the largest effect on the users that ${candidateText(tier.assessment.candidate)} is ${percent(confidence)} likely to handle. Measure the first ones first`,
    },
    {
      kind: 'grid',
      columns: [
        { heading: ['figure'], align: 'left', wraps: true },
        { heading: ['low – mid – high'], align: 'left' },
        { heading: [users > 0 ? 'users' : 'handled', 'at low'], align: 'right' },
        { heading: [users > 0 ? 'users' : 'handled', 'at high'], align: 'right' },
        { heading: ['evidence'], align: 'left' },
        { heading: ['source'], align: 'left', wraps: true },
      ],
      rows: why.map((one) => ({
        cells: [
          figureTopicText(one.figure.topic),
          `${figures(one.figure.interval)} ${figureUnit(one.figure.topic)}`,
          handled(one.timesWorkloadAtLow),
          handled(one.timesWorkloadAtHigh),
          one.figure.evidence,
          figureSource(one.figure),
        ],
      })),
    },
  ];
}

/** `python processor of documents`. */
export function figureTopicText(topic: FigureTopic): string {
  switch (topic.kind) {
    case 'workload':
      return `${topic.operation} of the workload`;
    case 'usual-amount':
      return topic.per === PER_SYSTEM ? `fixed amount of ${topic.operation}` : `${topic.operation} per ${topic.per}`;
    case 'included-operation':
      return `${topic.operation} caused by ${topic.causedBy}`;
    case 'duration':
      return `duration of ${topic.operation}`;
    case 'demand':
      return `${topic.component} ${topic.resource} of ${topic.operation}`;
    case 'demand-seconds':
      return `duration of ${topic.operation} on ${topic.component} ${topic.resource}`;
    case 'working-set':
      return `data that ${topic.operation} read on ${topic.component}`;
    case 'replay-seconds':
      return `replay of ${topic.operation} on replicas of ${topic.component}`;
    case 'replay-share':
      return `processor time of replays on replicas of ${topic.component}`;
    case 'applied-share':
      return `part of replays on ${topic.component} that applies changes`;
    case 'base-load':
      return `base load of ${topic.component} ${topic.resource}`;
    case 'supply':
      return `supply of ${topic.component} ${topic.resource}`;
  }
}

/** Unit of a figure: `cores`, `s`, `per minute`. */
export function figureUnit(topic: FigureTopic): string {
  switch (topic.kind) {
    case 'workload':
    case 'usual-amount':
      return topic.every === undefined ? 'concurrent' : `per ${topic.every}`;
    case 'included-operation':
      return 'per event';
    case 'duration':
    case 'demand-seconds':
    case 'replay-seconds':
      return 's';
    case 'working-set':
      return 'GiB';
    case 'replay-share':
      return 's per second on the primary';
    case 'applied-share':
      return 'of it';
    case 'demand':
      return RESOURCES[topic.resource].unit.replace(/\/s$/, '');
    case 'base-load':
      return `${RESOURCES[topic.resource].unit} per ${topic.per}`;
    case 'supply':
      return `${RESOURCES[topic.resource].unit} per instance`;
  }
}

/** Source of a figure. */
export function figureSource({ source }: Pick<UncertainFigure, 'source'>): string {
  return typeof source === 'string' ? source : supplyBasisText(source);
}
