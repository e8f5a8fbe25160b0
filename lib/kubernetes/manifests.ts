import { App, Chart, Yaml } from 'cdk8s';
import type { Blueprint } from '../blueprint';
import { InputError } from '../problems';
import { BlueprintCharts } from './blueprint-chart';
import type { ContainerImages } from './container-images';

export interface ManifestFile {
  /** In the directory. */
  readonly path: string;
  readonly text: string;
}

/** The objects of one file, as plain JSON and in the order in which they are applied. */
export interface ManifestObjects {
  readonly path: string;
  readonly objects: readonly Readonly<Record<string, unknown>>[];
}

export interface Manifests {
  /** Name of the directory: that of the stack, so that another tier is an update of the same one. */
  readonly directory: string;
  readonly files: readonly ManifestFile[];
}

/** The objects of a blueprint, file by file. Throws an InputError for a platform that has no manifests. */
export function objectsOf(blueprint: Blueprint, images: ContainerImages = {}): ManifestObjects[] {
  const { platform } = blueprint.options;
  if (platform === 'ecs') {
    throw new InputError('blueprint', [{ path: 'platform', received: platform, allowed: 'kubernetes or eks: ECS has no manifests' }]);
  }
  const app = new App();
  new BlueprintCharts(app, blueprint, images);
  return app.node.children
    .filter(Chart.isChart)
    .map((chart) => ({ path: `${chart.node.id}.yaml`, objects: chart.toJson() as Readonly<Record<string, unknown>>[] }))
    .filter(({ objects }) => objects.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The manifests of a blueprint: the same bytes whenever it is the same. Standbys have manifests of their own. */
export function manifestsOf(blueprint: Blueprint, images: ContainerImages = {}): Manifests {
  return {
    directory: blueprint.stackName,
    files: objectsOf(blueprint, images).map(({ path, objects }) => ({ path, text: Yaml.stringify(...objects) })),
  };
}
