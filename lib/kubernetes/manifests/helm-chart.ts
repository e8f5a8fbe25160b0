import { Yaml } from 'cdk8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ContainerImages } from '../container-images';
import type { ObjectJson } from '../object-json';
import { directoryNotes } from './directory-notes';
import { type Manifests, objectsOf, textOf } from './manifests';

/** Version of the chart. The appVersion is the tier: an upgrade of the release changes the tier. */
const CHART_VERSION = '1.0.0';

/** Placeholder of a field that Helm values set; no other string in the manifests matches it. */
const placeholder = (id: string, field: string) => `__values:${id}:${field}__`;
const PLACEHOLDERS = /"?__values:([a-z0-9-]+):([a-zA-Z]+)__"?/g;

type Values = Record<string, Record<string, string | number>>;

/**
 * The manifests of a blueprint as a Helm chart. Values are the image and the number of replicas of each service; the tier
 * determines all other fields. Braces that are not Helm templates, such as those in alerts, are escaped.
 */
export function helmChartOf(blueprint: Blueprint, images: ContainerImages = {}): Manifests {
  const found = objectsOf(blueprint, images);
  const values: Values = {};
  const templates = found.map(({ path, objects }) => ({
    path: `templates/${path}`,
    text: asTemplate(textOf(objects.map((object) => withPlaceholders(object, values)))),
  }));
  const { stackName, system, tier } = blueprint;
  const chart = {
    apiVersion: 'v2',
    name: stackName,
    description: `${system.name}: ${tier.description}`,
    type: 'application',
    version: CHART_VERSION,
    appVersion: tier.id,
  };
  // The chart contains its own namespace, so Helm stores the release in another one.
  const apply = `helm upgrade --install ${stackName} ${stackName}`;
  const all = found.flatMap(({ objects }) => objects);
  return {
    directory: stackName,
    files: [
      { path: 'Chart.yaml', text: Yaml.stringify(chart) },
      { path: 'values.yaml', text: Yaml.stringify({ services: values }) },
      ...templates,
    ],
    objects: all,
    supportingFiles: [],
    notes: directoryNotes(blueprint, all, apply),
  };
}

/** Moves the configurable fields of an object to the values, and puts a placeholder into each. */
function withPlaceholders(object: ObjectJson, values: Values): ObjectJson {
  const id = object.metadata.name;
  const set = (field: string, value: string | number) => {
    values[id] = { ...values[id], [field]: value };
    return placeholder(id, field);
  };
  return FIELDS.reduce<ObjectJson>(
    (current, { kind, path, field }) => (object.kind === kind ? replaced(current, path, (value) => set(field, value)) : current),
    object,
  );
}

const FIELDS: readonly { readonly kind: string; readonly path: readonly string[]; readonly field: string }[] = [
  { kind: 'Deployment', path: ['spec', 'template', 'spec', 'containers', '0', 'image'], field: 'image' },
  { kind: 'Deployment', path: ['spec', 'replicas'], field: 'replicas' },
  { kind: 'HorizontalPodAutoscaler', path: ['spec', 'minReplicas'], field: 'minReplicas' },
  { kind: 'HorizontalPodAutoscaler', path: ['spec', 'maxReplicas'], field: 'maxReplicas' },
  { kind: 'ScaledObject', path: ['spec', 'minReplicaCount'], field: 'minReplicas' },
  { kind: 'ScaledObject', path: ['spec', 'maxReplicaCount'], field: 'maxReplicas' },
];

/** A copy with the value at the path replaced; unchanged where the path does not exist. */
function replaced<T>(object: T, path: readonly string[], replace: (value: string | number) => string): T {
  const copy = structuredClone(object);
  let parent: unknown = copy;
  for (const key of path.slice(0, -1)) parent = isRecord(parent) ? parent[key] : undefined;
  const last = path.at(-1) ?? '';
  if (!isRecord(parent)) return copy;
  const value = parent[last];
  if (typeof value === 'string' || typeof value === 'number') parent[last] = replace(value);
  return copy;
}

/** Arrays count as records: their keys are indexes. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function asTemplate(text: string): string {
  return text
    .replace(/\{\{|\}\}/g, (braces) => `{{ "${braces}" }}`)
    .replace(PLACEHOLDERS, (_placeholder, id: string, field: string) => settingOf(id, field));
}

function settingOf(id: string, field: string): string {
  return `{{ (index .Values.services "${id}").${field}${field === 'image' ? ' | quote' : ''} }}`;
}
