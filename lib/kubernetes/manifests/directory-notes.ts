import type { Blueprint } from '../../blueprint/blueprint';
import { knownImages, type ManifestImage } from '../../conventions/images';
import { storeLimitations } from '../data/store-limitations';
import { databaseLimitations } from '../database/database-limitations';
import type { ObjectJson } from '../object-json';
import { type ClusterObject, clusterObjectsOf } from './cluster-objects';
import type { Limitation } from './limitation';
import { type ClusterRequirement, requirementsOf } from './requirements';

/** A secret that the secret store must contain. */
export interface RequiredSecret {
  /** Name of the secret in the store. */
  readonly key: string;
  /** Properties that the manifests read; `undefined` among them: the whole secret. */
  readonly properties: readonly (string | undefined)[];
}

/** Facts about a directory of manifests that its README states. */
export interface DirectoryNotes {
  /** The blueprint of the directory. */
  readonly blueprint: Blueprint;
  /** Command that applies the directory. */
  readonly applyCommand: string;
  /** Software that the cluster must provide. */
  readonly requirements: readonly ClusterRequirement[];
  /** Objects that must exist in the cluster, and around it, with the names that the manifests reference. */
  readonly clusterObjects: readonly ClusterObject[];
  /** Images of the manifests, besides those of services. */
  readonly images: readonly ManifestImage[];
  /** Secrets that ExternalSecrets reference. */
  readonly secrets: readonly RequiredSecret[];
  /** Names of the StatefulSets with volumes, whose size no apply changes. */
  readonly statefulSets: readonly string[];
  /** ConfigMaps that the manifests reference and do not contain: on EKS the deployed stack creates them. */
  readonly stackConfigMaps: readonly string[];
  /** Limitations of the manifests, component by component. */
  readonly limitations: readonly Limitation[];
}

/** The facts about a directory with these objects. */
export function directoryNotes(blueprint: Blueprint, objects: readonly ObjectJson[], applyCommand: string): DirectoryNotes {
  return {
    blueprint,
    applyCommand,
    requirements: requirementsOf(objects),
    clusterObjects: clusterObjectsOf(objects),
    images: knownImages(imagesIn(objects)),
    secrets: secretsOf(objects),
    statefulSets: objects.filter(hasClaims).map(({ metadata }) => metadata.name),
    stackConfigMaps: stackConfigMaps(objects),
    limitations: limitsOf(blueprint),
  };
}

/** Fields of containers and custom resources that name an image. */
const IMAGE_FIELDS: readonly string[] = ['image', 'imageName'];

function imagesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'string' ? (IMAGE_FIELDS.includes(key) ? [child] : []) : imagesIn(child),
  );
}

function hasClaims({ kind, spec }: ObjectJson): boolean {
  return kind === 'StatefulSet' && (spec as { readonly volumeClaimTemplates?: unknown }).volumeClaimTemplates !== undefined;
}

interface RemoteData {
  readonly remoteRef?: { readonly key: string; readonly property?: string };
}

function secretsOf(objects: readonly ObjectJson[]): RequiredSecret[] {
  const properties = new Map<string, Set<string | undefined>>();
  for (const { kind, spec } of objects) {
    if (kind !== 'ExternalSecret') continue;
    for (const { remoteRef } of (spec as { readonly data?: readonly RemoteData[] }).data ?? []) {
      if (remoteRef === undefined) continue;
      const known = properties.get(remoteRef.key) ?? new Set();
      properties.set(remoteRef.key, known.add(remoteRef.property));
    }
  }
  return [...properties].map(([key, names]) => ({ key, properties: [...names] }));
}

/** ConfigMaps with the endpoints of managed services. */
function stackConfigMaps(objects: readonly ObjectJson[]): string[] {
  const defined = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
  const referenced = objects.flatMap(({ kind, spec }) => {
    if (kind === 'Deployment') return referencesOf(spec as Templated);
    return kind === 'CronJob' ? referencesOf((spec as CronJobSpec).jobTemplate.spec) : [];
  });
  return [...new Set(referenced)].filter((name) => !defined.includes(name)).sort();
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

function limitsOf({ components, options }: Blueprint): Limitation[] {
  return Object.values(components).flatMap((component): Limitation[] => {
    const { kind, id } = component;
    switch (kind) {
      case 'bucket':
        return options.platform === 'eks' ? [] : [{ kind: 'bucket-outside-cluster', component: id }];
      case 'cdn':
        return [{ kind: 'no-cdn', component: id }];
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
