import { z } from 'zod';
import { Component } from './component';
import { Id } from './scalars';
import { System } from './system';
import { Tier } from './tier';

/** Fields of a component that replace those of the extended tier. */
const ComponentOverride = z.union([...Component.options.map((component) => component.partial()), z.null()]);

/** A tier that is written as its differences from another one. */
const TierExtension = z.strictObject({
  ...z.object(Tier.shape).partial().shape,
  id: Tier.shape.id,
  extends: Id.describe(
    'Id of the tier that this one extends; it has every field of that tier which it does not set itself, except `published`.',
  ),
  components: z
    .record(Id, ComponentOverride)
    .optional()
    .describe('Components that differ, by id: the fields that change, a new component, or null for one that the tier does not have.'),
});

const Schema = { $schema: z.string().optional().describe('Path or address of this schema, for completion in an editor. Default: none.') };

const SystemDefinition = z.strictObject({
  ...Schema,
  ...System.in.shape,
  tiers: z
    .array(z.union([Tier, TierExtension]))
    .min(1)
    .describe('Tiers, from the smallest to the largest; they may extend each other.'),
});

/** Schema of definition files, for editors. The command validates each system with `System`, which reports every problem. */
export const Definition = z.union([
  SystemDefinition,
  z.strictObject({ ...Schema, systems: z.array(SystemDefinition).min(1).describe('Several systems.') }),
]);
