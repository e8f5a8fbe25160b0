import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { cents } from '../../lib/output/amounts';
import { billFor } from '../support/synthesized';

/** `low, mid, high` of the lines of a component with this name, as quantities and in USD/month. */
function billed(request: Readonly<Record<string, string>>, component: string, name: string) {
  const lines = billFor(blueprintFor({ system: 'ux-flow', tier: 'startup', ...request })).estimate.lineItems;
  const [line, ...others] = lines.filter((each) => each.component === component && each.name === name);
  if (line === undefined || others.length > 0) throw new Error(`not one line ${name} of ${component}`);
  const { quantity, monthlyUsd } = line;
  return [
    `${quantity.low.toFixed()}, ${quantity.mid.toFixed()}, ${quantity.high.toFixed()}`,
    [monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high].map(cents).join(', '),
  ];
}

// Prices of us-east-1: Amazon ECS, Fargate, Linux/X86 per vCPU-hour $0.04048 and per GB-hour $0.004445; Amazon EC2, t3.small $0.0208;
// Amazon VPC, NAT gateway $0.045/h. A month has 730 hours.
describe('the bill of what a deployment needs', () => {
  // 2 to 3 tasks of 0.25 vCPU and 960 MiB, each with a proxy of 0.25 vCPU and 64 MiB, are 0.5 vCPU and 1 GB of Fargate each.
  test('includes the proxy of Service Connect', () => {
    const fargate = { compute: 'fargate' };
    expect(billed(fargate, 'users', 'Fargate vCPU-hours (amd64)')).toEqual(['730, 730, 1095', '$29.55, $29.55, $44.33']);
    expect(billed(fargate, 'users', 'Fargate GB-hours (amd64)')).toEqual(['1460, 1460, 2190', '$6.49, $6.49, $9.73']);
  });

  // A t3.small has interfaces for 2 tasks. 11 tasks are expected on 6 instances; the maximum of 16 tasks needs 8, and 9 with one more task
  // that starts before it replaces another. Source: Amazon EC2 instance types, t3.small: 3 network interfaces.
  test('includes the room for one more task at the maximum, and not before', () => {
    expect(billed({}, 'nodes', 'Instance hours (t3.small)')).toEqual(['4380, 4380, 6570', '$91.10, $91.10, $136.66']);
  });

  test('includes the NAT gateway of tasks in private subnets', () => {
    expect(billed({}, 'network', 'NAT gateway hours')).toEqual(['730, 730, 730', '$32.85, $32.85, $32.85']);
    expect(() => billed({ natGateways: '0' }, 'network', 'NAT gateway hours')).toThrow('not one line');
  });
});
