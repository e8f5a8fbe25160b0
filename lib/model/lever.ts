import { z } from 'zod';
import { Component } from './component';
import { Resource } from './resource';
import { Id, NotNegative, OrderedPair, Positive } from './scalars';

/** A change of a lever in proportion to its value. */
export const LeverChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('demand').describe('Demands of operations on a component become smaller.'),
    component: Id.describe('Component id.'),
    operation: Id.optional().describe('Operation id. Default: all operations.'),
    resource: Resource.optional().describe('The resource. Default: all resources of the component.'),
  }),
  z.strictObject({
    kind: z.literal('usual').describe('The usual amount of an operation becomes smaller. An amount that a workload gives stays.'),
    operation: Id.describe('Operation id.'),
  }),
  z.strictObject({
    kind: z.literal('price').describe('The unit price of an external service becomes smaller.'),
    component: Id.describe('Component id of the external service.'),
  }),
  z.strictObject({
    kind: z.literal('pool').describe('The pool of database connections of a service is at least the value of the lever, a number.'),
    component: Id.describe('Component id of the service.'),
  }),
]);
export type LeverChange = z.infer<typeof LeverChange>;

/** The value of a lever, with its range. */
export const LeverValue = z
  .strictObject({
    unit: z
      .enum(['share', 'number'])
      .default('share')
      .describe(
        '`share`: the part that is saved, such as the hits of a cache, 0 to 1. `number`: a size, such as that of a pool. Default: `share`.',
      ),
    today: NotNegative.default(0).describe(
      'The value that the demands of the system already contain: hits of a present cache. Default: 0.',
    ),
    default: Positive.describe('The value where none is given.'),
    least: NotNegative.describe('The smallest value that the source supports.'),
    most: Positive.describe('The largest value that the source supports.'),
  })
  .superRefine(({ unit, today, default: usual, least, most }, context) => {
    if (usual < least || usual > most)
      context.addIssue({ code: 'custom', path: ['default'], input: usual, message: `${least} to ${most}` });
    if (unit === 'share' && most > 1) context.addIssue({ code: 'custom', path: ['most'], input: most, message: 'a share of at most 1' });
    if (unit === 'share' && today >= 1) context.addIssue({ code: 'custom', path: ['today'], input: today, message: 'a share below 1' });
  });

/** Cost of a lever in addition to the components that it adds. */
export const LeverCost = z.strictObject({
  monthlyUsd: OrderedPair.describe(
    'US dollars per month, `[low, high]`; 0 where it costs only the added components and the changed sizes.',
  ),
  asOf: z.iso.date().describe('Date of the cost, ISO 8601.'),
  source: z.string().describe('Source of the cost, or why there is none.'),
});

/** An optimization of a system that changes what its tiers handle or cost. */
export const Lever = z.strictObject({
  id: Id.describe('Id, unique in the system: the word of `--with`.'),
  name: z.string().describe('Name in tables.'),
  value: LeverValue.describe('Its value, with its range.'),
  changes: z
    .array(LeverChange)
    .min(1)
    .describe('Changes in proportion to the value. A share multiplies each amount by (1 − value) ÷ (1 − today).'),
  adds: z
    .record(Id, Component)
    .default({})
    .describe('Components that it needs, by id. A tier that has a component of that id keeps its own. Default: none.'),
  usedBy: z.array(Id).default([]).describe('Services that use the added components. Default: none.'),
  cost: LeverCost.optional().describe('Cost in addition to the components. Default: unknown, so that it is ranked last.'),
  source: z.string().describe('Source of the effect.'),
});
export type Lever = z.infer<typeof Lever>;
