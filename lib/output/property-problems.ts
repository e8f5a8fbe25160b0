import { oneOf } from '../core/problems';
import { thousands } from '../core/thousands';
import type { KnownPrices, OutsideResource, PropertyProblem, PropertyType } from '../pricing/property-problem';

const TYPES: Readonly<Record<PropertyType, string>> = {
  boolean: 'true or false',
  'inherited-properties': 'a declaration of inherited properties',
  list: 'a list',
  number: 'a number of at least 0',
  object: 'an object',
  'object-list': 'a list of objects',
  'positive-number': 'a number above 0',
  'storage-size': 'a size',
  string: 'a string',
  'task-size': 'a task size',
};

const OUTSIDE: Readonly<Record<OutsideResource, string>> = {
  'database-cluster': 'DBClusterIdentifier refers to a cluster outside of this template, and the cluster decides the price',
  'certificate-authority': 'CertificateAuthorityArn: the mode of the authority decides the price, and it is not in this template',
  function: 'FunctionName refers to a function outside of this template, and its memory decides the price',
  'build-infrastructure': 'the infrastructure configuration, which decides the instance type of builds, is not in this template',
  'endpoint-configuration': 'EndpointConfigName refers to a configuration outside of this template, and its instances decide the price',
  'launch-template': 'the launch template, which decides the price, is not in this template',
  'primary-cache': 'GlobalReplicationGroupId: the primary group of another region decides the price',
  'proxied-databases': 'the databases behind the proxy decide the price, and are not in this template',
  'scaling-configuration': 'AutoScalingConfigurationArn refers to a configuration outside of this template, and its sizes decide the price',
  'source-database': 'Engine decides the price, and neither the database nor a source in this template states it',
  stream: 'StreamARN refers to a stream outside of this template, and its shards decide the price',
  'task-definition': 'TaskDefinition refers to a resource outside of this template, and its size decides the price',
};

const KNOWN_PRICES: Readonly<Record<KnownPrices, string>> = {
  licenses: 'the price of its license is not known',
  linux: 'only Linux prices are known',
  'linux-and-windows': 'only prices of Linux, RHEL and Windows Server are known',
  'other-words': 'no price of this value is known',
  'provisioned-aurora-and-serverless-v2': 'prices of Aurora serverless v1 are not known',
  'shared-tenancy': 'only prices of shared tenancy are known',
};

const KNOWN_IN_OPERATION = {
  'capacity-provider-shares': 'CapacityProviderStrategy divides the tasks between Fargate and EC2: their shares are unknown',
  'matched-metrics': 'Metrics contains a query, and the number of metrics that it matches decides the price',
  'scheduled-tasks': 'the rule starts tasks, and how often and how long they run decides the price',
} as const;

const UNKNOWN_RESOURCES = 'are unknown: volumes and load balancers would have a charge';
const CHOOSERS = { aws: 'AWS', 'eks-auto-mode': 'EKS Auto Mode' } as const;
const BILLED = {
  endpoint: 'an endpoint is billed for each of them',
  'public-address': 'the public address in each of them is billed',
} as const;
const VCPU_DECIDES = { 'extended-support': 'decide the price of extended support', proxy: 'decide the price' } as const;

/** Why the price of a resource cannot be determined from its template. */
export function propertyProblemText(problem: PropertyProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `${problem.property} is missing, and it decides the price${problem.of === undefined ? '' : ` of ${problem.of}`}`;
    case 'missing-subnets':
      return `${problem.property} is missing, and ${BILLED[problem.billed]}`;
    case 'known-at-deployment':
      return `${problem.property} decides the price and is known only at deployment: ${problem.shown}${parameterHint(problem.shown)}`;
    case 'invalid':
      return `${problem.property} decides the price and is not ${expectedText(problem.expected)}${problem.shown === undefined ? '' : `: ${problem.shown}`}`;
    case 'above-largest':
      return `${problem.property} is ${thousands(String(problem.value))}, above the largest that the service has, ${thousands(String(problem.largest))}`;
    case 'minimum-above-maximum':
      return `the minimum, ${problem.min}, is above the maximum, ${problem.max}`;
    case 'cycle':
      return `${problem.property} is a cycle that leads back to ${problem.resource}`;
    case 'outside-template':
      return OUTSIDE[problem.resource];
    case 'nested-template-not-read':
      return 'the template of this nested stack is not in the repository of its parent; estimate the cdk.out folder instead';
    case 'unlisted-value':
      return `${problem.property} is ${problem.value}: ${KNOWN_PRICES[problem.known]}`;
    case 'unlisted-extra':
      return `${problem.property} adds charges that are not in the price list: ${problem.feature}`;
    case 'unknown-vcpu':
      return `DBInstanceClass of ${problem.resource} is ${problem.instanceClass}, whose vCPU ${VCPU_DECIDES[problem.decides]} and are not known`;
    case 'chosen-by-aws':
      return `${problem.property}: ${CHOOSERS[problem.by]} chooses the instances, so the price is unknown`;
    case 'known-in-operation':
      return KNOWN_IN_OPERATION[problem.amount];
    case 'unknown-chart':
      return `the resources of the chart ${problem.chart ?? 'of an asset'} ${UNKNOWN_RESOURCES}`;
    case 'unknown-custom-resource':
      return `the resources that ${problem.resourceKind} of ${problem.group} creates ${UNKNOWN_RESOURCES}`;
    case 'usage-not-declared':
      return `usage of ${problem.component} is declared, but not its ${problem.key}${definitionHint(problem.key)}`;
  }
}

/** The field of a definition that a quantity follows from, where it is optional. */
function definitionHint(key: string): string {
  return key === 'queueRequests' ? '; in a definition, `messages` of the queue names the operation that sends them' : '';
}

const REFERENCE = /^\{"Ref":"([A-Za-z0-9]+)"\}$/;

/** A value that a reference alone decides is that of a parameter without a default. */
function parameterHint(shown: string): string {
  const name = REFERENCE.exec(shown)?.[1];
  return name === undefined ? '' : `; if ${name} is a parameter, add --parameter ${name}=<value>`;
}

function expectedText(expected: PropertyType | readonly string[]): string {
  return typeof expected === 'string' ? TYPES[expected] : oneOf(expected);
}
