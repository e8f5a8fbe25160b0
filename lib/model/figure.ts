import { z } from 'zod';
import { Resource } from './resource';
import { Id, PublishedRange } from './scalars';

/** Why a figure of a document has none of ours beside it. */
export const NOT_COMPARED = {
  bill: 'money: what a tier costs is the bill, which stands beside the cost of the document',
  business: 'revenue, staff and customers: no size of a tier follows from them, nor they from it',
  plan: 'effort, dates and targets of a plan: a tier has none',
  forecast: 'a forecast of users: `recommend --users` says what it needs',
  gain: 'a gain against a state that is no tier: what the tiers carry shows what the step gives',
  'daily-users': 'users of a day or a month: the model counts those of one moment, and the document does not say how they spread',
  'response-time': 'seconds and errors of single answers: the model holds resources below thresholds instead (`fit` reads measured ones)',
  'largest-piece': 'the size of one piece of work: the model adds pieces up, and does not ask whether the largest fits',
  'one-endpoint': 'one endpoint tested alone, under a load that is not told in what users do',
  use: 'a use, with its verdict among the uses',
  rule: 'a value of a rule, with its verdict among the rules',
  recovery: 'loss and time of a lost region: they stand with RTO and RPO, which are checked against the template',
  'no-limit': 'nothing that we know of limits it: load balancers grow with their traffic',
  setting: 'a setting of the application that no resource of the model follows from',
} as const;

const OfOperation = { operation: Id };
const OfResource = { component: Id, resource: Resource };

/** What of ours a figure stands beside. */
export const Beside = z.discriminatedUnion('what', [
  /** Users that the tier carries. */
  z.strictObject({ what: z.literal('users') }),
  /** Users at which one resource reaches its threshold. */
  z.strictObject({ what: z.literal('users-by'), ...OfResource }),
  /** How much of an operation it carries in the mix: a rate, or a number of sessions. */
  z.strictObject({ what: z.literal('carried'), ...OfOperation }),
  /** How much of it when it is all that users do. */
  z.strictObject({ what: z.literal('alone'), ...OfOperation }),
  /** The same as a number at one moment. */
  z.strictObject({ what: z.literal('at-once-alone'), ...OfOperation }),
  /** How much of it there is in the tier's own workload, and of that how much is each user's. */
  z.strictObject({ what: z.literal('target'), ...OfOperation }),
  z.strictObject({ what: z.literal('per-user'), ...OfOperation }),
  /** What one of it needs of a resource. */
  z.strictObject({ what: z.literal('demand'), ...OfOperation, ...OfResource }),
  /** What there is of a resource. */
  z.strictObject({ what: z.literal('supply'), ...OfResource }),
  /** What of it is in use in the tier's own workload, the same as a share of what there is, and what is in use without users. */
  z.strictObject({ what: z.literal('in-use'), ...OfResource }),
  z.strictObject({ what: z.literal('utilization'), ...OfResource }),
  z.strictObject({ what: z.literal('idle'), ...OfResource }),
  /** Instances of services, or copies of a data store that answer reads: from the least to the most. */
  z.strictObject({
    what: z.literal('instances'),
    components: z.array(Id).min(1),
    part: z.enum(['primary', 'replicas']).default('primary'),
  }),
]);
export type Beside = z.infer<typeof Beside>;

const NotCompared = z.enum(Object.keys(NOT_COMPARED) as [keyof typeof NOT_COMPARED, ...(keyof typeof NOT_COMPARED)[]]);

/** A figure of a document that has no field of its own: beside ours, or with the reason why nothing of ours is. */
export const Figure = z
  .strictObject({
    name: z.string(),
    unit: z.string(),
    range: PublishedRange,
    beside: Beside.optional(),
    /** How many of our unit one of its unit is: 1,024 MiB a GB, 0.01 cores a per cent of one. */
    ofOurs: z.number().positive().default(1),
    notCompared: NotCompared.optional(),
  })
  .refine(({ beside, notCompared }) => (beside === undefined) !== (notCompared === undefined), {
    message: 'either what it stands beside, or why it is not compared',
  });
export type Figure = z.infer<typeof Figure>;
export type FigureInput = z.input<typeof Figure>;
