import { z } from 'zod';
import { Resource } from './resource';
import { Id, PublishedRange } from './scalars';

/** Reasons why a published figure is not compared with a computed one, by the id that `notCompared` names. */
export const NOT_COMPARED = {
  estimate: 'an amount of money: the estimate is compared with the cost that the document gives for the tier',
  business: 'revenue, staff and customers: the size of a tier does not depend on them',
  plan: 'effort, dates and targets of a plan: tiers have none',
  forecast: 'a forecast of users: `recommend --users` gives the tier that it needs',
  gain: 'a gain over a state that is not a tier: the capacities of the tiers show the gain of each step',
  'daily-users':
    'users per day or month: the model counts concurrent users, and the document does not say how users are spread over the day',
  'response-time': 'response times and error rates: the model keeps resources below thresholds instead (`fit` reads measured ones)',
  'largest-piece': 'the size of one piece of work: the model adds up the work and does not check the largest piece',
  'one-endpoint': 'a test of one endpoint under a load that is not given in operations of users',
  use: 'a use case; see the scenarios for its verdict',
  rule: 'a value of a sizing rule; see the rules for its verdict',
  recovery: 'RTO and RPO: they are checked against the templates',
  'no-limit': 'no known limit: load balancers scale with their traffic',
  setting: 'an application setting that does not determine any resource of the model',
} as const;

/** An operation of the system, by its id. */
const OfOperation = { operation: Id };
/** A resource of a component, by the component's id. */
const OfResource = { component: Id, resource: Resource };

/** The computed value that a published figure is compared with. */
export const ComparedWith = z.discriminatedUnion('kind', [
  /** Concurrent users that the tier handles. */
  z.strictObject({ kind: z.literal('users') }),
  /** Concurrent users at which one resource reaches its threshold. */
  z.strictObject({ kind: z.literal('users-at-threshold'), ...OfResource }),
  /** Capacity for an operation as part of the usual mix: a rate, or a number of sessions. */
  z.strictObject({ kind: z.literal('capacity'), ...OfOperation }),
  /** Capacity for an operation when users do nothing else. */
  z.strictObject({ kind: z.literal('capacity-alone'), ...OfOperation }),
  /** The same as a number of operations in progress at one moment. */
  z.strictObject({ kind: z.literal('concurrent-alone'), ...OfOperation }),
  /** Amount of an operation in the target workload of the tier. */
  z.strictObject({ kind: z.literal('target'), ...OfOperation }),
  /** The same per concurrent user. */
  z.strictObject({ kind: z.literal('target-per-user'), ...OfOperation }),
  /** Demand of one operation on a resource. */
  z.strictObject({ kind: z.literal('demand'), ...OfOperation, ...OfResource }),
  /** Supply of a resource at the maximum number of instances. */
  z.strictObject({ kind: z.literal('supply'), ...OfResource }),
  /** Amount of a resource in use under the target workload. */
  z.strictObject({ kind: z.literal('in-use'), ...OfResource }),
  /** The same as a share of the supply. */
  z.strictObject({ kind: z.literal('utilization'), ...OfResource }),
  /** Amount of a resource in use without any users. */
  z.strictObject({ kind: z.literal('idle'), ...OfResource }),
  /** Instances of services, or servers of a data store that answer reads: from the minimum to the maximum. */
  z.strictObject({
    kind: z.literal('instances'),
    components: z.array(Id).min(1),
    part: z.enum(['primary', 'replicas']).default('primary'),
  }),
]);
export type ComparedWith = z.infer<typeof ComparedWith>;

const NotCompared = z.enum(Object.keys(NOT_COMPARED) as [keyof typeof NOT_COMPARED, ...(keyof typeof NOT_COMPARED)[]]);

/** A published figure without a field of its own. It is either compared with a computed value, or has a reason why it is not. */
export const Figure = z
  .strictObject({
    name: z.string(),
    unit: z.string(),
    range: PublishedRange,
    comparedWith: ComparedWith.optional(),
    /** Units of the computed value per unit of the figure: 1,024 for GiB compared with MiB, 0.01 for per cent of a core compared with cores. */
    unitFactor: z.number().positive().default(1),
    notCompared: NotCompared.optional(),
  })
  .refine(({ comparedWith, notCompared }) => (comparedWith === undefined) !== (notCompared === undefined), {
    message: 'either comparedWith or notCompared',
  });
export type Figure = z.infer<typeof Figure>;
export type FigureInput = z.input<typeof Figure>;
