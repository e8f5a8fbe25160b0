import { Yaml } from 'cdk8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ContainerImages } from '../container-images';
import type { PlainObject } from '../plain-object';
import { directoryNotes } from './directory-notes';
import { type Manifests, objectsOf, textOf } from './manifests';

/** Version of the chart's form. The tier is its appVersion: an upgrade of the release moves between tiers. */
const CHART_VERSION = '1.0.0';

/** Names in the texts for what values set; nothing else that we write looks like it. */
const mark = (id: string, field: string) => `__values:${id}:${field}__`;
const MARKS = /"?__values:([a-z0-9-]+):([a-zA-Z]+)__"?/g;

type Values = Record<string, Record<string, string | number>>;

/**
 * The same objects as a Helm chart. Values are, for each service, its image and its number of copies; everything else is
 * what the tier says. Braces that are no template of Helm, such as those of alerts, are escaped.
 */
export function helmChartOf(blueprint: Blueprint, images: ContainerImages = {}): Manifests {
  const found = objectsOf(blueprint, images);
  const values: Values = {};
  const templates = found.map(({ path, objects }) => ({
    path: `templates/${path}`,
    text: asTemplate(textOf(objects.map((object) => withMarks(object, values)))),
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
  // Its own namespace is among the objects, so the release is kept in another.
  const apply = `helm upgrade --install ${stackName} ${stackName}`;
  const all = found.flatMap(({ objects }) => objects);
  return {
    directory: stackName,
    files: [
      { path: 'Chart.yaml', text: Yaml.stringify(chart) },
      { path: 'values.yaml', text: Yaml.stringify({ services: values }) },
      ...templates,
    ],
    companions: [{ path: 'README.md', text: directoryNotes(blueprint, all, apply) }],
  };
}

/** Takes what may be set out of an object, and leaves a mark of it there. */
function withMarks(object: PlainObject, values: Values): PlainObject {
  const id = object.metadata.name;
  const set = (field: string, value: string | number) => {
    values[id] = { ...values[id], [field]: value };
    return mark(id, field);
  };
  return FIELDS.reduce<PlainObject>(
    (marked, { kind, path, field }) => (object.kind === kind ? replaced(marked, path, (value) => set(field, value)) : marked),
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

/** A copy with one value replaced; the object itself where there is none. */
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

/** Lists are records of their positions. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function asTemplate(text: string): string {
  return text
    .replace(/\{\{|\}\}/g, (braces) => `{{ "${braces}" }}`)
    .replace(MARKS, (_mark, id: string, field: string) => settingOf(id, field));
}

function settingOf(id: string, field: string): string {
  return `{{ (index .Values.services "${id}").${field}${field === 'image' ? ' | quote' : ''} }}`;
}
