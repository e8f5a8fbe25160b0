import type { Blueprint } from '../blueprint/blueprint';
import type { TradeOff } from '../blueprint/trade-offs';
import type { BlueprintWarning } from '../blueprint/warnings';
import { didYouMean, InputError, type Problem, shown } from '../core/problems';
import type { ContainerImages } from '../kubernetes/container-images';
import type { DirectoryNotes } from '../kubernetes/manifests/directory-notes';
import { helmChartOf } from '../kubernetes/manifests/helm-chart';
import { type ManifestFile, manifestsOf } from '../kubernetes/manifests/manifests';
import { type ClusterRequirement, requirementsOf } from '../kubernetes/manifests/requirements';
import type { SystemDefinition } from '../model/tier-extension';
import type { DeploymentWarning } from './answer-warning';
import { blueprintFor } from './blueprint-for';
import { entryWarnings } from './entry-warnings';
import type { TierRequest } from './estimate';
import { imageTagProblems } from './image-tag';
import { placeholderWarnings, servicesOf, unknownImageProblems } from './service-images';
import { loadSystem, systemOfRequest } from './system-reference';

/** How a tier is rendered as Kubernetes manifests. */
export interface ManifestsRequest {
  /** `system`, `tier` and options by context key, as strings or values. Default of `platform`: kubernetes. */
  readonly tier: TierRequest;
  /** Whether to render a Helm chart. Default: plain manifests with a kustomization. */
  readonly helm?: boolean;
  /** Images of services. Default: a placeholder image. */
  readonly images?: ContainerImages;
  /** Images by service that the file of the environment sets; `images` takes precedence. Services of other tiers are ignored. Default: none. */
  readonly environmentImages?: Readonly<Record<string, string>>;
}

/** The files for one region. */
export interface RenderedDirectory {
  /** Path of the directory: the stack name, so that another tier is an update of the same workloads. */
  readonly path: string;
  /** Files with their paths in the directory. */
  readonly files: readonly ManifestFile[];
  /** Number of Kubernetes objects in the files. */
  readonly objects: number;
  /** Facts for a README of the directory. */
  readonly notes: DirectoryNotes;
}

/** A tier as Kubernetes manifests. */
export interface ManifestsAnswer {
  /** The tier with its options, resolved. */
  readonly blueprint: Blueprint;
  /** One directory for each region, the primary region first. */
  readonly directories: readonly RenderedDirectory[];
  /** Software that the cluster must provide. */
  readonly requirements: readonly ClusterRequirement[];
  /** Trade-offs of this form of the tier compared with other forms. */
  readonly tradeOffs: readonly TradeOff[];
  /** Warnings: limitations of the manifests that a reader must know. */
  readonly warnings: readonly BlueprintWarning[];
  /** Warnings about the deployment: services without an image, entry points without TLS. */
  readonly deploymentWarnings: readonly DeploymentWarning[];
}

/** Renders a tier as Kubernetes manifests or as a Helm chart; writes no files. Throws an InputError with every problem of the request. */
export function tierManifests({ tier, helm = false, images = {}, environmentImages = {} }: ManifestsRequest): ManifestsAnswer {
  const blueprint = blueprintFor({ platform: 'kubernetes', ...tier });
  checkImages(images, blueprint);
  const problems = unknownImageProblems(systemOfRequest(tier), { images: environmentImages });
  if (problems.length > 0) throw new InputError('environment', problems);
  return blueprintManifests(blueprint, helm, { ...images, images: { ...environmentImages, ...images.images } });
}

/** Renders a blueprint as Kubernetes manifests or as a Helm chart. */
export function blueprintManifests(blueprint: Blueprint, helm = false, images: ContainerImages = {}): ManifestsAnswer {
  const rendered = [blueprint, ...(blueprint.standbys ?? [])].map((each) => {
    const { directory, files, objects, supportingFiles, notes } = helm ? helmChartOf(each, images) : manifestsOf(each, images);
    return { path: directory, files: [...files, ...supportingFiles], objects, notes };
  });
  return {
    blueprint,
    directories: rendered.map(({ objects, ...directory }) => ({ ...directory, objects: objects.length })),
    requirements: requirementsOf(rendered.flatMap(({ objects }) => objects)),
    tradeOffs: blueprint.tradeOffs,
    warnings: blueprint.warnings,
    deploymentWarnings: [...placeholderWarnings(blueprint, images), ...entryWarnings(blueprint)],
  };
}

function checkImages({ registry, imageTag, images = {} }: ContainerImages, { components }: Blueprint): void {
  const services = Object.values(components).flatMap(({ kind, id }) => (kind === 'service' ? [id] : []));
  const problems = [
    ...(imageTag !== undefined && registry === undefined
      ? [{ path: 'registry', expected: 'the registry of the images: an image tag requires it' }]
      : []),
    ...(registry !== undefined && imageTag === undefined
      ? [{ path: 'imageTag', expected: 'the tag of the images: a registry requires it' }]
      : []),
    ...imageTagProblems(imageTag),
    ...Object.keys(images).flatMap((id) => serviceProblems(id, services)),
  ];
  if (problems.length > 0) throw new InputError('request', problems);
}

/** Throws an InputError for images of services that a tier has with no options. */
export function checkImageServices(system: SystemDefinition, tierId: string, images: Readonly<Record<string, string>>): void {
  const services = loadSystem(system)
    .tiers.filter(({ id }) => id === tierId)
    .flatMap(servicesOf);
  const problems = Object.keys(images).flatMap((id) => serviceProblems(id, services));
  if (problems.length > 0) throw new InputError('request', problems);
}

function serviceProblems(id: string, services: readonly string[]): Problem[] {
  if (services.includes(id)) return [];
  const suggestion = didYouMean(id, services);
  return [
    {
      path: 'image',
      received: shown(id),
      expected: `a service of the tier: ${services.join(', ')}`,
      ...(suggestion !== undefined && { suggestion }),
    },
  ];
}
