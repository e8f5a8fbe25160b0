import { describe, expect, test } from 'vitest';
import { QuotasJson } from '../../lib/output/json/quotas';
import { aiva } from '../../tiers';
import { sizing } from '../support/run';

describe('sizing quotas', () => {
  test('prints the quotas in the published schema, with a command for each that is exceeded', async () => {
    const { code, stdout, stderr } = await sizing(['quotas', 'aiva', 'small', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { subject, quotas } = QuotasJson.parse(JSON.parse(stdout));
    expect(subject).toBe('AIVA small');
    const exceeded = quotas.filter(({ verdict }) => verdict.startsWith('exceeded'));
    expect(exceeded.map(({ code: quota, maximum, default: value }) => [quota, maximum, value])).toEqual([['L-1216C47A', 6, 5]]);
    expect(exceeded.every(({ request }) => request?.includes('--desired-value 6 '))).toBe(true);
  });

  test('requests increases in the region of the tier', async () => {
    const { stdout } = await sizing(['quotas', 'aiva', 'small', '--region', 'eu-west-1']);
    expect(stdout).toContain('--quota-code L-1216C47A --desired-value 6 --region eu-west-1\n');
  });

  test.each([
    [['quotas', 'aiva', 'small', '--platform', 'kubernetes'], '--platform: invalid value "kubernetes"; expected ecs or eks'],
    [['quotas', 'aiva', 'smal'], '<tier>: invalid value "smal"'],
    [['quotas', 'aiva'], `<tier>: missing; expected a tier of aiva: ${aiva.tiers.map(({ id }) => id).join(', ')}`],
  ])('%j is invalid input', async (argv, message) => {
    const { code, stdout, stderr } = await sizing(argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});
