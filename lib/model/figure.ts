import { z } from 'zod';
import { Resource } from './resource';
import { Id, PublishedRange } from './scalars';

/** Ids of the reasons why a published figure is not compared with a computed one; `output` words them. */
const NOT_COMPARED = [
  'estimate',
  'business',
  'plan',
  'forecast',
  'gain',
  'daily-users',
  'response-time',
  'largest-piece',
  'one-endpoint',
  'use',
  'rule',
  'recovery',
  'no-limit',
  'no-demand',
  'setting',
] as const;

/** An operation of the system, by its id. */
const OfOperation = { operation: Id.describe('Id of the operation.') };
/** A resource of a component, by the component's id. */
const OfResource = { component: Id.describe('Component id.'), resource: Resource.describe('The resource.') };

/** The computed value that a published figure is compared with. */
export const ComparedWith = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('users').describe('Concurrent users that the tier handles.') }),
  z.strictObject({
    kind: z.literal('users-at-threshold').describe('Concurrent users at which one resource reaches its threshold.'),
    ...OfResource,
  }),
  z.strictObject({
    kind: z.literal('capacity').describe('Capacity for an operation as part of the usual mix: a rate, or a number of sessions.'),
    ...OfOperation,
  }),
  z.strictObject({ kind: z.literal('capacity-alone').describe('Capacity for an operation when users do nothing else.'), ...OfOperation }),
  z.strictObject({
    kind: z.literal('concurrent-alone').describe('The same as a number of operations in progress at one moment.'),
    ...OfOperation,
  }),
  z.strictObject({ kind: z.literal('target').describe('Amount of an operation in the target workload of the tier.'), ...OfOperation }),
  z.strictObject({ kind: z.literal('target-per-user').describe('The same per concurrent user.'), ...OfOperation }),
  z.strictObject({ kind: z.literal('demand').describe('Demand of one operation on a resource.'), ...OfOperation, ...OfResource }),
  z.strictObject({ kind: z.literal('supply').describe('Supply of a resource at the maximum number of instances.'), ...OfResource }),
  z.strictObject({ kind: z.literal('in-use').describe('Amount of a resource in use under the target workload.'), ...OfResource }),
  z.strictObject({ kind: z.literal('utilization').describe('The same as a share of the supply.'), ...OfResource }),
  z.strictObject({ kind: z.literal('idle').describe('Amount of a resource in use without any users.'), ...OfResource }),
  z.strictObject({
    kind: z
      .literal('instances')
      .describe('Instances of services, or servers of a data store that answer reads: from the minimum to the maximum.'),
    components: z.array(Id).min(1).describe('Component ids; their instances are added up.'),
    part: z.enum(['primary', 'replicas']).default('primary').describe('Primary servers or their read replicas. Default: `primary`.'),
  }),
]);
export type ComparedWith = z.infer<typeof ComparedWith>;

const NotCompared = z.enum(NOT_COMPARED);

/** A published figure without a field of its own. It is either compared with a computed value, or has a reason why it is not. */
export const Figure = z
  .strictObject({
    name: z.string().describe('Name in the words of the document.'),
    unit: z.string().describe('Unit of the figure.'),
    range: PublishedRange.describe('The figure.'),
    comparedWith: ComparedWith.optional().describe('The computed value that it is compared with. Default: none.'),
    unitFactor: z
      .number()
      .positive()
      .default(1)
      .describe('Units of the computed value per unit of the figure: 1,024 for GiB compared with MiB. Default: 1.'),
    notCompared: NotCompared.optional().describe('Id of the reason why it is not compared. Default: it is compared.'),
  })
  .refine(({ comparedWith, notCompared }) => (comparedWith === undefined) !== (notCompared === undefined), {
    message: 'either comparedWith or notCompared',
  });
export type Figure = z.infer<typeof Figure>;
