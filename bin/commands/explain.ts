import type { Blueprint } from '../../lib/blueprint/blueprint';
import { InputError, notOneOf } from '../../lib/core/problems';
import { explainView } from '../../lib/output/explain';
import { explainJson } from '../../lib/output/json/explain';
import type { Estimate } from '../../lib/pricing/estimate';
import type { Command } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';
import { estimateOf } from './estimate-of';
import { failuresOf } from './failures';

export const explain: Command = {
  name: 'explain',
  summary: "every line of a tier's bill with its price's source, and why each machine was chosen",
  arguments: [
    { name: 'system', description: 'a system of `sizing list`' },
    { name: 'tier', description: 'one of its tiers' },
    { name: 'component', description: 'one of its components; default: all of them', optional: true },
  ],
  flags: [{ name: 'strict', description: 'refuse derived prices (exit code 3)' }, ...optionFlags()],
  examples: ['sizing explain aiva medium', 'sizing explain aiva large database --region eu-west-1'],
  run: async ({ arguments: [system = '', tier = '', component], flags, modules }) => {
    const blueprint = blueprintFromFlags({ system, tier, ...givenOptions(flags) }, positional);
    const estimate = estimateOf(blueprint, modules);
    if (component !== undefined) checkComponent(component, blueprint, estimate);
    const form = { blueprint, estimate };
    return {
      report: { data: explainJson(form, component), ...explainView(form, component) },
      bills: [{ lineItems: estimate.lineItems.filter((line) => component === undefined || line.component === component) }],
      failures: failuresOf(estimate, { strict: flags.strict === true }),
    };
  },
};

function positional(key: string): string {
  return key === 'system' || key === 'tier' ? `<${key}>` : flagOf(key);
}

/** Shared infrastructure has lines without being a component of the tier, so the bill is asked too. */
function checkComponent(component: string, blueprint: Blueprint, estimate: Estimate): void {
  const known = [...new Set([...Object.keys(blueprint.components), ...estimate.lineItems.map((line) => line.component)])];
  if (!known.includes(component)) throw new InputError('arguments', [notOneOf('<component>', component, known)]);
}
