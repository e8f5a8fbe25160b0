import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KUBERNETES_SUPPORT_ENDED, STANDARD_SUPPORT_ENDED } from '../../lib/check/ended-support';
import { AWS_VERSIONS, type AwsVersion, VERSIONS_READ_ON } from '../../lib/conventions/aws-versions';

const VERSIONS: readonly (readonly [string, AwsVersion])[] = Object.entries(AWS_VERSIONS);

/** Days to change to the next version before a service upgrades by itself or rejects the version. */
const NOTICE_DAYS = 90;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('versions that the stacks request', () => {
  test.each(VERSIONS)('%s has standard support for another 90 days', (_engine, { standardUntil }) => {
    if (standardUntil !== undefined) expect(daysBetween(VERSIONS_READ_ON, standardUntil)).toBeGreaterThan(NOTICE_DAYS);
  });

  test('have not left support by the tables of the service rules', () => {
    expect(STANDARD_SUPPORT_ENDED.mysql).not.toHaveProperty([AWS_VERSIONS.mysql.version]);
    expect(STANDARD_SUPPORT_ENDED.postgres).not.toHaveProperty([AWS_VERSIONS.postgres.version]);
    expect(Number(AWS_VERSIONS.kubernetes.version.split('.')[1])).toBeGreaterThan(KUBERNETES_SUPPORT_ENDED.minor);
  });

  test.each(VERSIONS)('%s has a first version of its own line', (_engine, { version, first }) => {
    if (first !== undefined) expect(first.startsWith(`${version}.`)).toBe(true);
  });

  // Kubernetes, "Version Skew Policy": kubectl is supported within one minor version of the API server.
  test('have the kubectl layer of their Kubernetes version', () => {
    const { peerDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      readonly peerDependencies: Readonly<Record<string, string>>;
    };
    const minor = AWS_VERSIONS.kubernetes.version.split('.')[1];
    expect(Object.keys(peerDependencies)).toContain(`@aws-cdk/lambda-layer-kubectl-v${minor}`);
  });
});
