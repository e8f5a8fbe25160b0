import { isPlainObject, own, type PlainObject } from './plain-object';

/** Kinds of files that users pass by mistake, how to recognize them, and what to pass instead. */
const KINDS: readonly { readonly kind: string; readonly instead?: string; matches(value: PlainObject): boolean }[] = [
  { kind: 'a CloudFormation template', matches: (value) => has(value, 'Resources') },
  { kind: 'a Terraform plan', matches: (value) => has(value, 'planned_values') || has(value, 'resource_changes') },
  { kind: 'a Terraform state', matches: (value) => has(value, 'terraform_version') },
  { kind: 'a Terraform configuration', matches: (value) => has(value, 'terraform') || (has(value, 'resource') && has(value, 'provider')) },
  { kind: 'a Kubernetes manifest', matches: (value) => has(value, 'apiVersion') && has(value, 'kind') },
  {
    kind: 'the manifest of a cdk.out folder',
    instead: 'the folder that contains it',
    matches: (value) => has(value, 'artifacts') && has(value, 'version'),
  },
  { kind: 'an asset manifest of cdk.out', instead: 'the folder that contains it', matches: (value) => has(value, 'dockerImages') },
  { kind: 'a Docker Compose file', matches: (value) => has(value, 'services') },
  { kind: 'an Azure Resource Manager template', matches: (value) => /deploymentTemplate/.test(String(own(value, '$schema'))) },
  { kind: 'a Serverless Framework configuration', matches: (value) => has(value, 'service') && has(value, 'provider') },
  { kind: 'the description of a Helm chart', matches: (value) => has(value, 'apiVersion') && has(value, 'name') && has(value, 'version') },
  { kind: 'a package.json', matches: (value) => has(value, 'name') && has(value, 'version') },
  { kind: 'an estimate', matches: (value) => has(value, 'lineItems') },
];

/** The kind of a file that is not the expected one, and what to pass instead; undefined when it is not recognized. */
export function foreignKind(value: unknown): { readonly kind: string; readonly instead?: string } | undefined {
  return isPlainObject(value) ? KINDS.find(({ matches }) => matches(value)) : undefined;
}

function has(value: PlainObject, key: string): boolean {
  return Object.hasOwn(value, key);
}
