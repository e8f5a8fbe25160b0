import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { BLUEPRINTS, blueprintOf, documentStore } from '../support/blueprints';
import { eksBlueprint } from '../support/eks-blueprints';
import { resourcesOf } from '../support/templates';

const STACKS: readonly (readonly [string, Blueprint])[] = [
  ...Object.entries(BLUEPRINTS),
  ['eks', eksBlueprint({ tier: 'medium' })],
  ['eks with data stores', eksBlueprint({ tier: 'medium', dataStores: 'statefulset' })],
];

const unprotected = (blueprint: Blueprint): Blueprint => ({
  ...blueprint,
  options: { ...blueprint.options, deletionProtection: false },
});

/**
 * Source: CloudFormation template reference, DeletionPolicy: RetainExceptOnCreate behaves like Retain, except that a resource is
 * deleted when the operation that created it is rolled back.
 */
describe('a failed creation can be rolled back and repeated', () => {
  it.each(STACKS)('%s: data is retained by deletions and updates, not by the rollback of its creation', (_name, blueprint) => {
    const retained = Object.entries(resourcesOf(blueprint)).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');
    const unexpected = retained.filter(([id, { Type }]) => !(LOGS.test(id) || Type === APPLIED_OBJECTS));
    expect(unexpected.map(([id]) => id)).toEqual([]);
    const policies = Object.values(resourcesOf(blueprint)).filter(({ DeletionPolicy }) => DeletionPolicy === 'RetainExceptOnCreate');
    expect(policies.length).toBeGreaterThan(0);
    // UpdateReplacePolicy has no RetainExceptOnCreate.
    expect(policies.map(({ UpdateReplacePolicy }) => UpdateReplacePolicy)).toEqual(policies.map(() => 'Retain'));
  });

  // An access log bucket is not empty after the load balancer wrote its test file, and CloudFormation deletes empty buckets only.
  // Source: Elastic Load Balancing user guide, "Enable access logs": the test file ELBAccessLogTestFile.
  it.each(STACKS)(
    '%s: resources that remain after a rollback have no fixed name, so that the creation can be repeated',
    (_name, blueprint) => {
      for (const { Type, Properties, DeletionPolicy } of Object.values(resourcesOf(blueprint))) {
        if (DeletionPolicy !== 'Retain' || Type === APPLIED_OBJECTS) continue;
        // Names of log groups of functions contain the generated name of the function.
        for (const name of [Properties?.BucketName, Properties?.LogGroupName]) expect(typeof name).not.toBe('string');
      }
    },
  );

  it.each(STACKS)('%s: secrets, databases and buckets have no fixed name in one region', (_name, blueprint) => {
    const named = Object.values(resourcesOf(blueprint)).flatMap(({ Type, Properties }) => {
      const name = NAMES[Type];
      return name === undefined || Properties?.[name] === undefined ? [] : [`${Type} ${JSON.stringify(Properties[name])}`];
    });
    expect(named).toEqual([]);
  });

  // Source: Amazon RDS user guide, "Deleting a DB instance": an instance with deletion protection cannot be deleted. The delete
  // handler of CloudFormation does not disable it (aws-cloudformation-resource-providers-rds, DeleteHandler.java), and stacks with
  // it end in ROLLBACK_FAILED (aws-samples/cdk-keycloak, issue 217).
  it.each(STACKS)('%s: nothing is protected from deletion with deletionProtection=false', (_name, blueprint) => {
    expect(protectedResources(unprotected(blueprint))).toEqual([]);
  });

  it('protects databases, document stores and clusters with data by default', () => {
    const documents = blueprintOf({
      components: [documentStore()],
    });
    expect(protectedResources(documents)).toEqual(['AWS::DocDB::DBCluster']);
    expect(protectedResources(unprotected(documents))).toEqual([]);
    expect(protectedResources(eksBlueprint({ tier: 'medium', dataStores: 'statefulset' }))).toEqual(['AWS::EKS::Cluster']);
    expect(protectedResources(BLUEPRINTS.small as Blueprint)).toEqual(['AWS::RDS::DBInstance']);
  });
});

/** Logical ids of the bucket of access logs, and of log groups of functions of the CDK. */
const LOGS = /^observabilityAccessLogs|KubectlProvider\w*LogGroup/;

/** Objects are retained, because their deletion would delete data. The rollback of a cluster deletes them with it. */
const APPLIED_OBJECTS = 'Custom::AWSCDK-EKS-KubernetesResource';

/** Property with the name of a resource, by type. Log groups are not retained, and EKS and Fluent Bit know them by name. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
  'AWS::DocDB::DBCluster': 'DBClusterIdentifier',
  'AWS::ElastiCache::ReplicationGroup': 'ReplicationGroupId',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::ECR::Repository': 'RepositoryName',
};

function protectedResources(blueprint: Blueprint): string[] {
  return Object.values(resourcesOf(blueprint)).flatMap(({ Type, Properties }) => {
    const attributes = JSON.stringify(Properties?.LoadBalancerAttributes ?? []);
    const isProtected = Properties?.DeletionProtection === true || attributes.includes('"deletion_protection.enabled","Value":"true"');
    return isProtected ? [Type] : [];
  });
}
