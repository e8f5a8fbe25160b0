import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { check } from '../../lib/check/check';
import { RULES } from '../../lib/check/rules';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { FORM_EXAMPLES } from '../support/forms';
import { stacksFor } from '../support/synthesized';

/** Forms that are CloudFormation stacks. */
const FORMS = Object.entries(FORM_EXAMPLES).filter(([, { platform }]) => platform !== 'kubernetes');

/**
 * Violations that the tiers still have, by rule: the forms of `FORM_EXAMPLES` whose templates break it. Remove a violation that
 * is fixed; a new one fails the test. The HTTP port of a host and missing administrators are defaults with a warning and an
 * option: see docs/access-and-patches.md.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'autoscaling-lifetime': ['single-host'],
  'deletion-protection-rollback': ['ec2', 'fargate', 'second-region', 'eks'],
  'ec2-open-port': ['single-host'],
  'ecs-placeholder-image': ['ec2', 'single-host', 'fargate', 'second-region'],
  'eks-access-entry': ['eks', 'eks-statefulset'],
  'elb-plain-http': ['ec2', 'fargate', 'second-region'],
  'rds-replica-backups': ['second-region'],
  'secret-fixed-name': ['second-region'],
};

/** Rules that the stacks of a form break, all its regions together. */
function brokenRules(form: string): ReadonlySet<string> {
  const request = FORM_EXAMPLES[form];
  if (request === undefined) throw new Error(`no form ${form}`);
  const templates = stacksFor(blueprintFor(request)).map(({ stackName, region, template }) => templateFrom(template, stackName, region));
  return new Set(check(templates).map(({ rule }) => rule));
}

describe('the tiers follow the service rules', () => {
  test('the list names rules and forms that exist', () => {
    const ids = RULES.map(({ id }) => id);
    expect(Object.keys(KNOWN).filter((rule) => !ids.includes(rule))).toEqual([]);
    const forms = FORMS.map(([form]) => form);
    expect(
      Object.values(KNOWN)
        .flat()
        .filter((form) => !forms.includes(form)),
    ).toEqual([]);
  });

  test.each(FORMS.map(([form]) => form))('%s has the known violations and no others', (form) => {
    const known = Object.keys(KNOWN).filter((rule) => KNOWN[rule]?.includes(form));
    expect([...brokenRules(form)].sort()).toEqual(known.sort());
  });
});
