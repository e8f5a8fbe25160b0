import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { check } from '../../lib/check/check';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { InputError } from '../../lib/core/problems';
import { SYSTEMS } from '../../tiers';
import { stacksFor } from '../support/synthesized';

const FORMS = [{}, { compute: 'fargate' }, { platform: 'eks' }] as const;
const TIERS = SYSTEMS.flatMap(({ id, tiers }) => tiers.map((tier) => ({ system: id, tier: tier.id })));

/** Rules with the severity `error` that the stacks of a tier break; undefined where the tier does not offer the form. */
function errorsOf(request: Readonly<Record<string, string>>): readonly string[] | undefined {
  try {
    const templates = stacksFor(blueprintFor(request)).map(({ stackName, region, template }) => templateFrom(template, stackName, region));
    return check(templates).flatMap(({ rule, severity, resource }) => (severity === 'error' ? [`${rule} ${resource}`] : []));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

test.each(TIERS.map((tier) => [`${tier.system} ${tier.tier}`, tier] as const))(
  '%s has no errors in any form',
  (_name, tier) => {
    const found = FORMS.map((form) => errorsOf({ ...tier, ...form }));
    expect(found[0]).toEqual([]);
    expect(found.flatMap((errors) => errors ?? [])).toEqual([]);
  },
  120_000,
);
