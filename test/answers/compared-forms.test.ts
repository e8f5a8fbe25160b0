import { expect, test } from 'vitest';
import { compareTiers } from '../../lib/answers/compare';
import { billFor } from '../support/synthesized';

/** AIVA small, managed and on a single host, with the options of a comparison. */
function formsWith(options: Readonly<Record<string, unknown>>): readonly string[] {
  const { tiers } = compareTiers({ system: 'aiva', options }, (blueprint) => billFor(blueprint).estimate);
  return tiers.filter(({ blueprint }) => blueprint.tier.id === 'small').map(({ blueprint }) => blueprint.options.topology);
}

test('a tier is compared on a single host too, unless that form does not support the options', () => {
  expect(formsWith({})).toEqual(['single-host', 'managed']);
  // A single host is an EC2 instance with a public address.
  expect(formsWith({ compute: 'fargate' })).toEqual(['managed']);
  expect(() => formsWith({ compute: 'fargate', topology: 'single-host' })).toThrow('expected ec2 with topology=single-host');
});
