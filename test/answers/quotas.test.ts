import { describe, expect, test } from 'vitest';
import { increaseCommand, quotaNeeds } from '../../lib/answers/quotas';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { small, veryLarge } from '../support/blueprints';
import { rawTemplateOf } from '../support/templates';

const needs = (template: unknown) => {
  const all = quotaNeeds([templateFrom(template, 'shop', 'us-east-1')]);
  return Object.fromEntries(all.map(({ code, min, max, exceedsDefault }) => [code, { min, max, exceedsDefault }]));
};

// Source: Amazon EC2 user guide, On-Demand Instance quotas; Amazon VPC user guide and Amazon RDS user guide, quotas.
describe('quotas', () => {
  test('of a small tier are counted in its template', () => {
    // Up to 4 t3.large with 2 vCPU each.
    expect(needs(rawTemplateOf(small))).toMatchObject({
      'L-1216C47A': { min: 2, max: 8, exceedsDefault: true },
      'L-F678F1CE': { min: 1, max: 1, exceedsDefault: false },
      'L-7B6409FD': { min: 1, max: 1, exceedsDefault: false },
    });
  });

  test('of a large tier include GPU instances, addresses of NAT gateways and read replicas', () => {
    // Up to 3 g5.xlarge with 4 vCPU each, and 16 m6i.xlarge in two pools.
    expect(needs(rawTemplateOf(veryLarge))).toMatchObject({
      'L-1216C47A': { min: 16, max: 64, exceedsDefault: true },
      'L-DB2E81BA': { min: 4, max: 12, exceedsDefault: true },
      'L-0263D0A3': { min: 3, max: 3, exceedsDefault: false },
      'L-7B6409FD': { min: 3, max: 3, exceedsDefault: false },
      'L-53DA6B97': { min: 1, max: 1, exceedsDefault: false },
      'L-69A177A2': { min: 1, max: 1, exceedsDefault: false },
      // 3 shards with one replica each.
      'L-DFE45DF3': { min: 6, max: 6, exceedsDefault: false },
    });
  });

  test('that a template does not state are unknown, not zero', () => {
    const Resources = { Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '2' } } };
    expect(needs({ Resources })).toEqual({ 'L-1216C47A': { min: undefined, max: undefined, exceedsDefault: true } });
  });

  test('are requested by a command', () => {
    const Resources = { Host: { Type: 'AWS::EC2::Instance', Properties: { InstanceType: 'p4d.24xlarge' } } };
    const [need] = quotaNeeds([templateFrom({ Resources }, 'shop', 'us-east-1')]);
    expect(need && increaseCommand(need, 'us-east-1')).toBe(
      'aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-417A185B --desired-value 96 --region us-east-1',
    );
  });
});
