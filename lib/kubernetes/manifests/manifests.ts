import { App, Chart, Yaml } from 'cdk8s';
import type { Blueprint } from '../../blueprint/blueprint';
import { InputError, shown } from '../../core/problems';
import { BlueprintCharts } from '../blueprint-chart';
import type { ContainerImages } from '../container-images';
import type { ObjectJson } from '../object-json';
import { type DirectoryNotes, directoryNotes } from './directory-notes';
import { KUSTOMIZATION, kustomization } from './kustomization';

/** One file of a directory of manifests. */
export interface ManifestFile {
  /** Path in the directory. */
  readonly path: string;
  /** Content of the file. */
  readonly text: string;
}

/** The objects of one file, as plain JSON and in the order in which they are applied. */
export interface ManifestObjects {
  /** Path in the directory. */
  readonly path: string;
  /** Objects of the file, in the order in which they are applied. */
  readonly objects: readonly ObjectJson[];
}

/** A blueprint as a directory of files. */
export interface Manifests {
  /** Name of the directory: the stack name, so that another tier updates the same workloads. */
  readonly directory: string;
  /** Files with Kubernetes objects. */
  readonly files: readonly ManifestFile[];
  /** The objects of these files, in the order in which they are applied. */
  readonly objects: readonly ObjectJson[];
  /** Files that `kubectl apply -f` ignores: the kustomization. None in a Helm chart. */
  readonly supportingFiles: readonly ManifestFile[];
  /** Facts for the README of the directory. */
  readonly notes: DirectoryNotes;
}

/** The objects of a blueprint, file by file. Throws an InputError for a platform that has no manifests. */
export function objectsOf(blueprint: Blueprint, images: ContainerImages = {}): ManifestObjects[] {
  const { platform } = blueprint.options;
  if (platform === 'ecs') {
    throw new InputError('blueprint', [
      { path: 'platform', received: shown(platform), expected: 'kubernetes or eks: ECS has no manifests' },
    ]);
  }
  const app = new App();
  new BlueprintCharts(app, blueprint, images);
  return app.node.children
    .filter(Chart.isChart)
    .map((chart) => ({ path: `${chart.node.id}.yaml`, objects: chart.toJson() as ObjectJson[] }))
    .filter(({ objects }) => objects.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The manifests of a blueprint, with a kustomization. The output is the same for the same blueprint. Standby
 * regions have manifests of their own, for their clusters.
 */
export function manifestsOf(blueprint: Blueprint, images: ContainerImages = {}): Manifests {
  const found = objectsOf(blueprint, images);
  const { stackName } = blueprint;
  const all = found.flatMap(({ objects }) => objects);
  return {
    directory: stackName,
    files: found.map(({ path, objects }) => ({ path, text: textOf(objects) })),
    objects: all,
    supportingFiles: [{ path: KUSTOMIZATION, text: kustomization(found.map(({ path }) => path)) }],
    notes: directoryNotes(blueprint, all, `kubectl apply --server-side -f ${stackName}`),
  };
}

/** Objects as a stream of YAML documents. */
export function textOf(objects: readonly ObjectJson[]): string {
  return Yaml.stringify(...objects);
}
