import { textAt } from '../property';
import { is, isByDefault } from '../property-condition';
import { absent, matching, type Requirement, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

/** Bytes of the value of a parameter, at most. */
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;

export const ssmParameter: Rule = {
  id: 'ssm-parameter',
  severity: 'error',
  description: 'Parameter has a reserved or invalid name, a value above the limit of its tier, or a policy in the standard tier',
  fix: 'Begin a hierarchy with a slash and no name with aws or ssm, keep to 15 levels, and set Tier to Advanced for large values and policies',
  citation: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  unsettled: 'The tier of a parameter without Tier is that of the account, which is Standard unless it was changed',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SSM::Parameter',
      matching('Name', /^(?!\/?(aws|ssm))/i, 'a name that does not begin with aws or ssm'),
      matching('Name', /^(\/|[^/]*$)/, 'a slash at the start of a hierarchy'),
      matching('Name', /^\/?([^/]+\/){0,14}[^/]*$/, 'at most 15 levels'),
      when(is('Tier', 'Standard'), absent('Policies')),
      when(isByDefault('Tier', 'Standard'), bytes(STANDARD_BYTES)),
      when(is('Tier', 'Advanced', 'Intelligent-Tiering'), bytes(ADVANCED_BYTES)),
    ),
};

function bytes(most: number): Requirement {
  return function* (parameter, path) {
    const value = textAt(parameter, 'Value');
    const size = isKnownString(value) ? Buffer.byteLength(value) : 0;
    if (size > most) yield { path: `${path}.Value`, received: `${size} bytes`, expected: `at most ${most} bytes` };
  };
}
