import { certain, type Interval } from '../../core/interval';
import type { Evidence } from '../../model/evidence';
import type { BaseLoad, Demand } from '../../model/operation';
import { RESOURCES, type Resource } from '../../model/resource';
import type { TargetWorkload } from '../../model/workload';
import { countsIn, type SizedSystem } from '../demand';
import { amountDraw, type Draw, secondsDraw, timesDraw, workingSetDraw } from '../draw';
import { appliedDraw, replayingSupplies, replaySecondsDraw, replayShareDraw } from '../replays';
import type { CapacityForm, SupplyBasis } from '../supply';

/** Subject of a figure, as data; `output` words it. */
export type FigureTopic =
  /** Amount of an operation in the workload of the request. */
  | {
      readonly kind: 'workload';
      /** Id of the operation. */
      readonly operation: string;
      /** Period of the rate. Absent: the amount is a number at one moment. */
      readonly every?: string;
    }
  /** Usual amount of an operation, for each user or for each of another operation. */
  | {
      readonly kind: 'usual-amount';
      /** Id of the operation. */
      readonly operation: string;
      /** `user`, or the id of the operation that the amount is for each of. */
      readonly per: string;
      /** Period of the rate. Absent: the amount is a number at one moment. */
      readonly every?: string;
    }
  /** Number of times that an operation causes another one. */
  | {
      readonly kind: 'included-operation';
      /** Id of the caused operation. */
      readonly operation: string;
      /** Id of the operation that causes it. */
      readonly causedBy: string;
    }
  /** Duration of an operation. */
  | {
      readonly kind: 'duration';
      /** Id of the operation. */
      readonly operation: string;
    }
  /** Demand of an operation on a resource. */
  | {
      readonly kind: 'demand';
      /** Id of the operation. */
      readonly operation: string;
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    }
  /** Seconds that an operation holds a resource. */
  | {
      readonly kind: 'demand-seconds';
      /** Id of the operation. */
      readonly operation: string;
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    }
  /** Data that the reads of an operation are spread over, GiB. */
  | {
      readonly kind: 'working-set';
      /** Id of the operation. */
      readonly operation: string;
      /** Id of the component. */
      readonly component: string;
      /** The resource. */
      readonly resource: Resource;
    }
  /** Seconds that each replica takes to replay a write of an operation. */
  | {
      readonly kind: 'replay-seconds';
      /** Id of the operation. */
      readonly operation: string;
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    }
  /** Processor time of a replica for each second of the writes on the primary. */
  | {
      readonly kind: 'replay-share';
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    }
  /** Part of it in the processes that apply the changes. */
  | {
      readonly kind: 'applied-share';
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    }
  /** Base load of a resource. */
  | {
      readonly kind: 'base-load';
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
      /** Unit that has the base load once: an instance, a worker process or the component, for example. */
      readonly per: BaseLoad['per'];
    }
  /** Supply of one instance. */
  | {
      readonly kind: 'supply';
      /** Id of the component. */
      readonly component: string;
      /** The resource, whose unit the figure has; seconds for a topic that names them. */
      readonly resource: Resource;
    };

/** A figure that is not known exactly. */
export interface UncertainFigure {
  /** The name that `Samples` draws it with. */
  readonly sampleName: string;
  /** Whether it is the rest of the figure of that name, which is at the other end. */
  readonly isRest: boolean;
  /** Its subject. */
  readonly topic: FigureTopic;
  /** Its low, mid and high value. */
  readonly interval: Interval;
  /** How it is known. */
  readonly evidence: Evidence;
  /** Its source; of a supply, how it is computed. */
  readonly source: string | SupplyBasis;
}

const REQUEST = 'the workload of the request';

/**
 * The uncertain figures that the capacity of a form relies on, each once. The number of users is not one of them, because it
 * is the number that the answer is about.
 */
export function uncertainFigures(system: SizedSystem, targetWorkload: TargetWorkload, form: CapacityForm): UncertainFigure[] {
  const all = [
    ...Object.keys(system.operations).flatMap((id) => figuresOfOperation(id, system, targetWorkload, form)),
    ...system.baseLoads.flatMap((base, index): UncertainFigure[] => {
      const { component, resource, per, amount: interval, evidence, source } = base;
      return countsIn(base, form)
        ? [
            {
              sampleName: `base ${index}`,
              isRest: false,
              topic: { kind: 'base-load', component, resource, per },
              interval,
              evidence,
              source,
            },
          ]
        : [];
    }),
    ...form.supplies.map(
      ({ component, resource, perInstance: interval, evidence, basis }): UncertainFigure => ({
        sampleName: `supply ${component} ${resource}`,
        isRest: false,
        topic: { kind: 'supply', component, resource },
        interval,
        evidence,
        source: basis,
      }),
    ),
    ...replayingSupplies(form).flatMap(({ component, resource, replay }) => {
      const on = { component, resource };
      return [
        known({ name: replayShareDraw(component), isRest: false }, { kind: 'replay-share', ...on }, replay.share, replay),
        known({ name: appliedDraw(component), isRest: false }, { kind: 'applied-share', ...on }, replay.applied, replay),
      ];
    }),
  ].filter(({ interval: { low, high } }) => low < high);
  const drawn = new Set(all.filter(({ isRest }) => !isRest).map(({ sampleName }) => sampleName));
  const own = all.filter(({ isRest, sampleName }) => !isRest || !drawn.has(sampleName));
  return own.filter(({ sampleName }, index) => own.findIndex((figure) => figure.sampleName === sampleName) === index);
}

function figuresOfOperation(id: string, system: SizedSystem, targetWorkload: TargetWorkload, form: CapacityForm): UncertainFigure[] {
  const { kind, demands, seconds, includes } = system.operations[id] as SizedSystem['operations'][string];
  return [
    volumeFigure(id, system, targetWorkload),
    ...(seconds === undefined
      ? []
      : [known({ name: `${id} seconds`, isRest: false }, { kind: 'duration', operation: id }, seconds.amount, seconds)]),
    ...includes.map((part) =>
      known(timesDraw(id, part), { kind: 'included-operation', operation: part.operation, causedBy: id }, part.times, part),
    ),
    ...demands.flatMap((demand, index) => {
      if (!countsIn(demand, form)) return [];
      const on = { operation: id, component: demand.component, resource: demand.resource };
      const isTimed = kind === 'event' && RESOURCES[demand.resource].nature === 'held';
      return [
        known(amountDraw(id, demand, index), { kind: 'demand', ...on }, demand.amount, demand),
        ...(isTimed ? [known(secondsDraw(id, demand, index), { kind: 'demand-seconds', ...on }, secondsIn(demand), demand)] : []),
        ...(demand.workingSetGib === undefined
          ? []
          : [known({ name: workingSetDraw(id, index), isRest: false }, { kind: 'working-set', ...on }, demand.workingSetGib, demand)]),
        ...(isTimed && demand.replaySeconds !== undefined && replayingSupplies(form).some(({ component }) => component === demand.component)
          ? [known({ name: replaySecondsDraw(id, index), isRest: false }, { kind: 'replay-seconds', ...on }, demand.replaySeconds, demand)]
          : []),
      ];
    }),
  ];
}

/** Seconds of a demand of its own; of a search, those of its first point, because all points are at the same end. */
function secondsIn({ seconds, search }: Demand): Interval {
  return seconds ?? search?.points[0]?.seconds ?? certain(0);
}

/** The amount of an operation in the workload, or its usual amount. */
function volumeFigure(operation: string, { operations }: SizedSystem, targetWorkload: TargetWorkload): UncertainFigure {
  const { kind, counts, usual } = operations[operation] as SizedSystem['operations'][string];
  const given =
    counts === 'users'
      ? certain(0)
      : (targetWorkload.operations?.[operation] ?? (counts === 'http-requests' ? targetWorkload.requestsPerSecond : undefined));
  if (given !== undefined)
    return known(
      { name: `asked ${operation}`, isRest: false },
      { kind: 'workload', operation, ...(kind === 'event' && { every: 'second' }) },
      given,
      {
        evidence: 'assumed',
        source: REQUEST,
      },
    );
  const topic = { kind: 'usual-amount', operation, per: usual.per, ...(kind === 'event' && { every: usual.every }) } as const;
  return known({ name: `usual ${operation}`, isRest: false }, topic, usual.amount, usual);
}

function known(
  { name, isRest }: Draw,
  topic: FigureTopic,
  interval: Interval,
  { evidence, source }: { readonly evidence: Evidence; readonly source: string },
): UncertainFigure {
  return { sampleName: name, isRest, topic, interval, evidence, source };
}
