import type { Blueprint } from '../../blueprint/blueprint';
import { storeLimitations } from '../data/store-limitations';
import { databaseLimitations } from '../database/database-limitations';
import type { PlainObject } from '../plain-object';
import { type Requirement, requirementsOf } from './requirements';

/** First line of the notes: who finds it may replace the directory. */
export const MARK = '<!-- written by sizing manifests; changes are lost when it runs again -->';

/** What whoever applies the manifests has to know: what the cluster must have, which secrets, and the limits of this form. */
export function directoryNotes(blueprint: Blueprint, objects: readonly PlainObject[], apply: string): string {
  const { stackName, system, tier, options, tradeOffs, warnings } = blueprint;
  const dataStores = options.dataStores === undefined ? '' : `, data stores: ${options.dataStores}`;
  return [
    MARK,
    `# ${stackName}`,
    `${system.name}, tier ${tier.id}, platform ${options.platform}${dataStores}, entry: ${options.entry ?? 'none'}.`,
    '```sh',
    apply,
    '```',
    '## What the cluster must have',
    ...table(['what', 'from version', 'why'], requirementsOf(objects).map(requirementRow)),
    ...section('Secrets that the store must have', secretsOf(objects)),
    ...section('ConfigMaps that the stack makes: without it pods do not start', stackConfigMaps(objects)),
    ...section('Limits', [...tradeOffs, ...limitsOf(blueprint), ...warnings]),
  ]
    .join('\n\n')
    .replaceAll('|\n\n|', '|\n|')
    .replaceAll('```sh\n\n', '```sh\n')
    .replaceAll('\n\n```\n', '\n```\n')
    .concat('\n');
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${item}`).join('\n')];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}

function requirementRow({ what, version, why }: Requirement): string[] {
  return [what, version, why];
}

interface RemoteData {
  readonly remoteRef?: { readonly key: string; readonly property?: string };
}

/** `aiva-dev/database: username, password`, as the ExternalSecrets ask for them. */
function secretsOf(objects: readonly PlainObject[]): string[] {
  const properties = new Map<string, Set<string>>();
  for (const { kind, spec } of objects) {
    if (kind !== 'ExternalSecret') continue;
    for (const { remoteRef } of (spec as { readonly data?: readonly RemoteData[] }).data ?? []) {
      if (remoteRef === undefined) continue;
      const known = properties.get(remoteRef.key) ?? new Set();
      properties.set(remoteRef.key, known.add(remoteRef.property ?? 'the whole secret'));
    }
  }
  return [...properties].map(([key, names]) => `\`${key}\`: ${[...names].join(', ')}`);
}

/** On EKS: addresses of what AWS runs, which are known when the stack is there. */
function stackConfigMaps(objects: readonly PlainObject[]): string[] {
  const made = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
  const asked = objects.flatMap(({ kind, spec }) => {
    if (kind === 'Deployment') return referencesOf(spec as Templated);
    return kind === 'CronJob' ? referencesOf((spec as CronJobSpec).jobTemplate.spec) : [];
  });
  return [...new Set(asked)]
    .filter((name) => !made.includes(name))
    .sort()
    .map((name) => `\`${name}\``);
}

interface CronJobSpec {
  readonly jobTemplate: { readonly spec: Templated };
}

interface Templated {
  readonly template: {
    readonly spec: {
      readonly containers: readonly { readonly envFrom?: readonly { readonly configMapRef?: { readonly name: string } }[] }[];
    };
  };
}

function referencesOf({ template }: Templated): string[] {
  return template.spec.containers.flatMap(({ envFrom = [] }) => envFrom.flatMap(({ configMapRef }) => configMapRef?.name ?? []));
}

/** What these manifests leave to others. */
function limitsOf({ components, options }: Blueprint): string[] {
  return Object.values(components).flatMap((component) => {
    const { kind, id } = component;
    switch (kind) {
      case 'bucket':
        return options.platform === 'eks'
          ? []
          : [`${id} is object storage outside of the cluster: make the bucket that its ConfigMap names, or name yours there`];
      case 'cdn':
        return [`${id} is outside of any cluster: nothing here makes a CDN, and files are served from their bucket`];
      case 'database':
        return databaseLimitations(component);
      case 'cache':
      case 'document-store':
      case 'queue':
      case 'vector-store':
        return storeLimitations(component);
      default:
        return [];
    }
  });
}
