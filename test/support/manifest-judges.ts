/** Second opinions about manifests: the models of the official client, those of kubernetes-models, operators' definitions, and kubectl. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../lib/lint/lint';
import { kindOf } from '../../lib/lint/schema';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { type ClientModels, modelMismatches } from '../lint/client-models';
import { JUDGES } from './judges';
import { ROOT } from './sources';

let models: Promise<ClientModels> | undefined;

/** `Deployment api: spec.template.spec.containers[0].imagez`: fields that the official client has not, or of another type. */
export async function clientViolations(objects: readonly ManifestObject[]): Promise<string[]> {
  models ??= import(join(ROOT, 'node_modules/@kubernetes/client-node/dist/gen/models/all.js')) as Promise<ClientModels>;
  const known = await models;
  return objects.flatMap(({ apiVersion, kind, name, raw }) => {
    const type = kindOf(apiVersion, kind)?.type;
    if (type === undefined || known[type] === undefined) return [];
    return modelMismatches(known, type, raw)
      .filter((path) => !isQuantity(path))
      .map((path) => `${kind} ${name}: ${path}`);
  });
}

/** Numbers where the client expects the text of a quantity. */
export function isQuantity(path: string): boolean {
  return /requests|limits|hard|capacity|divisor/.test(path);
}

interface Model {
  validate(): void;
}

/** Packages of models by API group; everything else is in the one of Kubernetes itself. */
const PACKAGES: Readonly<Record<string, string>> = {
  'karpenter.sh': '@kubernetes-models/karpenter',
  'karpenter.k8s.aws': '@kubernetes-models/karpenter',
  'keda.sh': '@kubernetes-models/keda',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
};

/** The model of an object, where the packages have one. Throws if the package is not installed. */
async function modelOf({ apiVersion, group, kind, raw }: ManifestObject): Promise<Model | undefined> {
  const name = PACKAGES[group] ?? (isOfKubernetes(group) ? 'kubernetes-models' : undefined);
  if (name === undefined) return undefined;
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed (${JUDGES['kubernetes-models'].install})`);
  const path = join(folder, apiVersion, `${kind}.js`);
  if (!existsSync(path)) return undefined;
  const found = (await import(path)) as Readonly<Record<string, new (data: unknown) => Model>>;
  const Constructor = found[kind];
  return Constructor === undefined ? undefined : new Constructor(raw);
}

/** Groups such as `apps` and `networking.k8s.io`. */
function isOfKubernetes(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}

/** Rules that check an object against the definition that its operator publishes. */
const DEFINITION_RULES: ReadonlySet<string> = new Set([
  'unknown-field',
  'wrong-type',
  'missing-field',
  'bad-quantity',
  'bad-value',
  'port-out-of-range',
  'number-out-of-range',
  'cron-schedule',
]);

/** Violations of the operator's definition, such as `bad-value spec.scheme`. Undefined for a kind without a definition. */
export function definitionViolations(object: ManifestObject): readonly string[] | undefined {
  if (kindOf(object.apiVersion, object.kind) === undefined) return undefined;
  return lint([object]).flatMap(({ rule, path }) => (DEFINITION_RULES.has(rule) ? [`${rule} ${path}`] : []));
}

/** Violations of objects, one message for each invalid object. An object without a model is checked by the definition of its operator. */
export async function modelViolations(objects: readonly ManifestObject[]): Promise<{
  readonly checked: number;
  /** Kinds that a package has a model of. */
  readonly modelled: ReadonlySet<string>;
  /** Kinds with neither a model nor a definition. */
  readonly without: ReadonlySet<string>;
  readonly messages: readonly string[];
}> {
  const messages: string[] = [];
  const modelled = new Set<string>();
  const without = new Set<string>();
  let checked = 0;
  for (const object of objects) {
    const model = await modelOf(object);
    if (model !== undefined) modelled.add(object.kind);
    const violations = model === undefined ? definitionViolations(object) : violationsOf(model);
    if (violations === undefined) {
      without.add(`${object.apiVersion} ${object.kind}`);
      continue;
    }
    checked += 1;
    if (violations.length > 0) messages.push(`${object.kind} ${object.name}: ${violations.join(', ')}`);
  }
  return { checked, modelled, without, messages };
}

function violationsOf(model: Model): readonly string[] {
  try {
    model.validate();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Objects of kinds that kubectl has compiled in, as one text. */
export function decodable(objects: readonly ManifestObject[]): string {
  return objects
    .filter(({ group }) => isOfKubernetes(group) && !/^(gateway|apiextensions|snapshot)\./.test(group))
    .map(({ raw }) => JSON.stringify(raw))
    .join('\n---\n');
}
