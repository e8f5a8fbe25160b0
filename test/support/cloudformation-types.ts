import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The resource types of CloudFormation's specification: those that the CDK generates classes for. */
export function cloudFormationTypes(): ReadonlySet<string> {
  const root = dirname(require.resolve('aws-cdk-lib/package.json'));
  const services = readdirSync(root).filter((name) => /^(?:aws|alexa)-/.test(name));
  const files = services.flatMap((service) => {
    const folder = join(root, service, 'lib');
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name.endsWith('.generated.js'))
      .map(({ name }) => join(folder, name));
  });
  const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/CFN_RESOURCE_TYPE_NAME\s*=\s*"([^"]+)"/g)]);
  return new Set(names.map(([, name]) => name ?? ''));
}
