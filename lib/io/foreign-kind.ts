import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import type { Problem } from '../core/problems';

/** A kind of file that is not the expected one. */
interface ForeignKind {
  /** The kind, with its article. */
  readonly kind: string;
  /** The file to pass instead. Default: none is known. */
  readonly instead?: string;
  /** Commands that read this kind. Default: none does. */
  readonly commands?: string;
}

/** Kinds of files that users pass by mistake, how to recognize them, and what to do instead. */
const KINDS: readonly (ForeignKind & { matches(value: PlainObject): boolean })[] = [
  { kind: 'a CloudFormation template', commands: '`sizing check` and `sizing estimate`', matches: (value) => has(value, 'Resources') },
  { kind: 'a Terraform plan', matches: (value) => has(value, 'planned_values') || has(value, 'resource_changes') },
  { kind: 'a Terraform state', matches: (value) => has(value, 'terraform_version') },
  { kind: 'a Terraform configuration', matches: (value) => has(value, 'terraform') || (has(value, 'resource') && has(value, 'provider')) },
  {
    kind: 'a Kubernetes manifest',
    commands: '`sizing lint` and `sizing estimate`',
    matches: (value) => has(value, 'apiVersion') && has(value, 'kind'),
  },
  { kind: 'a Score file', commands: '`sizing init --from`', matches: (value) => /^score\.dev\//.test(String(own(value, 'apiVersion'))) },
  {
    kind: 'the manifest of a cdk.out folder',
    instead: 'the folder that contains it',
    matches: (value) => has(value, 'artifacts') && has(value, 'version'),
  },
  { kind: 'an asset manifest of cdk.out', instead: 'the folder that contains it', matches: (value) => has(value, 'dockerImages') },
  { kind: 'a Docker Compose file', commands: '`sizing init --from`', matches: (value) => has(value, 'services') },
  { kind: 'an Azure Resource Manager template', matches: (value) => /deploymentTemplate/.test(String(own(value, '$schema'))) },
  { kind: 'a Serverless Framework configuration', matches: (value) => has(value, 'service') && has(value, 'provider') },
  { kind: 'the description of a Helm chart', matches: (value) => has(value, 'apiVersion') && has(value, 'name') && has(value, 'version') },
  { kind: 'a package.json', matches: (value) => has(value, 'name') && has(value, 'version') },
  { kind: 'an estimate', matches: (value) => has(value, 'lineItems') },
];

/** The problem of a file that is of another kind than expected, with the command that reads it; undefined when the kind is not recognized. */
export function foreignKindProblem(path: string, value: unknown, expected: string): Problem | undefined {
  const foreign = isPlainObject(value) ? KINDS.find(({ matches }) => matches(value)) : undefined;
  if (foreign === undefined) return undefined;
  const { kind, instead = expected, commands } = foreign;
  const reason = commands === undefined ? `is ${kind}` : `is ${kind}, which ${commands} ${commands.includes(' and ') ? 'read' : 'reads'}`;
  return { path, reason, expected: instead };
}

function has(value: PlainObject, key: string): boolean {
  return Object.hasOwn(value, key);
}
