import { RE2JS } from 're2js';
import { shown } from '../../core/problems';
import { textAt } from '../property';
import { is, isByDefault } from '../property-condition';
import { absent, type Breach, matching, type Requirement, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

/** Bytes of the value of a parameter, at most. */
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;

export const ssmParameter: Rule = {
  id: 'ssm-parameter',
  severity: 'error',
  description:
    'Parameter has a reserved or invalid name, a value above the limit of its tier or without its allowed pattern, or a policy in the standard tier',
  fix: 'Begin a hierarchy with a slash and no name with aws or ssm, keep to 15 levels and to AllowedPattern, and set Tier to Advanced for large values and policies',
  citation: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  unsettled: 'The tier of a parameter without Tier is that of the account, which is Standard unless it was changed',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SSM::Parameter',
      matching('Name', /^(?!\/?(aws|ssm))/i, 'a name that does not begin with aws or ssm'),
      matching('Name', /^(\/|[^/]*$)/, 'a slash at the start of a hierarchy'),
      matching('Name', /^\/?([^/]+\/){0,14}[^/]*$/, 'at most 15 levels'),
      allowed,
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

/** A value matches its pattern. A pattern that is invalid in RE2, which takes linear time, may be valid for the service, and is left out. */
function* allowed(parameter: unknown, path: string): Generator<Breach> {
  const [value, pattern] = [textAt(parameter, 'Value'), textAt(parameter, 'AllowedPattern')];
  if (!isKnownString(value) || !isKnownString(pattern) || expressionOf(pattern)?.test(value) !== false) return;
  yield { path: `${path}.Value`, received: shown(value), expected: `a text with the pattern ${pattern}` };
}

function expressionOf(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
