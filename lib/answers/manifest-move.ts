import { applyBetween } from '../apply/apply-between';
import type { ClaimSize, ObjectChange, ObjectName } from '../apply/object-change';
import { LimitExceededError } from '../core/problems';
import { shellWord } from '../core/shell-word';
import type { ManifestObject } from '../manifests/manifest-object';
import { parseManifests, readManifests } from '../manifests/read-manifests';
import type { Estimate } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { estimateCharts, estimateManifestObjects } from './estimate-manifest-files';
import { blueprintManifests, type ManifestsAnswer } from './manifests';
import type { MoveRequest } from './move';
import { kubernetesBlueprints, type RawOptions } from './move-blueprints';
import { servicesWithoutRequest } from './service-images';
import { systemOf } from './system-reference';

/** An effect of a step, as data. */
export type ApplyStep =
  /** Makes one volume claim of a StatefulSet larger. */
  | {
      readonly kind: 'grow-claim';
      /** Name of the PersistentVolumeClaim. */
      readonly claim: string;
      /** Requested size after the step, a Kubernetes quantity such as `20Gi`. */
      readonly size: string;
      /** The whole command. */
      readonly command: string;
    }
  /** Deletes an object whose fields cannot change. The pods of a StatefulSet keep running. */
  | {
      readonly kind: 'delete';
      /** The object that is deleted. */
      readonly object: ObjectName;
      /** Whether its pods keep running, by `--cascade=orphan`. */
      readonly keepsPods: boolean;
      /** The whole command. */
      readonly command: string;
    }
  /** Writes the manifests of the second tier. */
  | {
      readonly kind: 'render';
      /** The whole command. Absent: it would need the images of `missingImages`. */
      readonly command?: string;
      /** Ids of the services whose image is unknown. Absent: none. */
      readonly missingImages?: readonly string[];
    }
  /** Applies the second manifests. */
  | {
      readonly kind: 'apply';
      /** The whole command. */
      readonly command: string;
    }
  /** Deletes an object that the second manifests do not contain. */
  | {
      readonly kind: 'clean-up';
      /** The object that is deleted. */
      readonly object: ObjectName;
      /** The whole command. */
      readonly command: string;
    };

/** Effects of a move from some manifests to others. */
export interface ManifestMoveAnswer {
  /** Name of the system. Absent: files are moved. */
  readonly system?: string;
  /** The applied end: tier with options, or the path of the manifests. */
  readonly from: string;
  /** The end after the move, as `from`. */
  readonly to: string;
  /** Every object of both, in the order of the second. */
  readonly changes: readonly ObjectChange[];
  /** The steps of the move, in their order. */
  readonly steps: readonly ApplyStep[];
  /** Objects whose change the API server refuses, and for which no accepted steps are known. */
  readonly rejected: readonly ObjectChange[];
  /** The estimates of both ends, in the order of the move. */
  readonly estimates: readonly [before: Estimate, after: Estimate];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/**
 * Effects of `kubectl apply` on every object of a cluster that runs some manifests, from two files or folders. Throws an InputError for
 * files that are not manifests.
 */
export function planManifestMove(beforePath: string, afterPath: string, region?: string): ManifestMoveAnswer {
  const endOf = (path: string): ManifestEnd => {
    const { objects } = readManifests([path]);
    const { estimate, warnings } = estimateManifestObjects(objects, path, region === undefined ? {} : { region });
    return { name: path, objects, estimate, warnings };
  };
  return answerOf(endOf(beforePath), endOf(afterPath), [{ kind: 'apply', command: applyCommand(afterPath) }]);
}

/** Folder of the manifests of the second tier, as `sizing manifests` writes it by default. */
const FOLDER = 'dist';

/** Effects of a move of a system between tiers on the objects of its manifests. Throws an InputError with every problem of the request. */
export function planTierManifestMove({
  system,
  from,
  to,
  environmentOptions,
  deployments,
  definitionFile,
}: MoveRequest): ManifestMoveAnswer {
  const ofFiles = environmentOptions ?? { from: {}, to: {} };
  const [before, after] = kubernetesBlueprints(system, { ...ofFiles.from, ...from }, { ...ofFiles.to, ...to });
  const images = deployments?.to.images ?? {};
  const missingImages = servicesWithoutRequest(after, { images });
  const render = manifestsCommand(systemOf(system).id, to, definitionFile);
  const manifests = blueprintManifests(after, false, { images });
  const last: ApplyStep[] = [
    missingImages.length > 0 ? { kind: 'render', missingImages } : { kind: 'render', command: render },
    ...manifests.directories.map(({ path }): ApplyStep => ({ kind: 'apply', command: applyCommand(`${FOLDER}/${path}`) })),
  ];
  // Images are the same at both ends, so that the answer is about the tiers alone.
  const ends = [endOfTier(blueprintManifests(before, false, { images }), from), endOfTier(manifests, to)] as const;
  return { system: before.system.name, ...answerOf(...ends, last) };
}

function endOfTier({ blueprint, directories }: ManifestsAnswer, { tier, ...options }: RawOptions): ManifestEnd {
  const objects = directories.flatMap(({ path, files }) =>
    files.filter((file) => file.path.endsWith('.yaml')).flatMap((file) => parseManifests(file.text, `${path}/${file.path}`)),
  );
  const name = [String(tier), ...Object.entries(options).map(([key, value]) => `${key}=${String(value)}`)].join(' ');
  const { estimate, warnings } = estimateCharts(blueprint);
  return { name, objects, estimate, warnings };
}

function applyCommand(path: string): string {
  return `kubectl apply --server-side -f ${shellWord(path)}`;
}

function manifestsCommand(system: string, { tier, ...options }: RawOptions, definitionFile?: string): string {
  const flags = Object.entries({ ...options, ...(definitionFile !== undefined && { config: definitionFile }) }).flatMap(([key, value]) => [
    `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    shellWord(String(value)),
  ]);
  return ['npx sizing manifests', system, String(tier), ...flags, '--output-dir', FOLDER].join(' ');
}

/** One end of a move: its objects and their cost. */
interface ManifestEnd {
  readonly name: string;
  readonly objects: readonly ManifestObject[];
  readonly estimate: Estimate;
  readonly warnings: readonly AnswerWarning[];
}

function answerOf(before: ManifestEnd, after: ManifestEnd, last: readonly ApplyStep[]): ManifestMoveAnswer {
  const changes = applyBetween(before.objects, after.objects);
  const rejected = changes.filter((change) => change.class === 'rejected' && change.remedy === undefined);
  return {
    from: before.name,
    to: after.name,
    changes,
    steps: [...changes.flatMap(preparations), ...last, ...changes.flatMap(cleanUps)],
    rejected,
    estimates: [before.estimate, after.estimate],
    warnings: [...new Map([...before.warnings, ...after.warnings].map((warning) => [JSON.stringify(warning), warning])).values()],
  };
}

/** Steps after which the API server accepts a change: claims grow first, because a StatefulSet that is created again does not change them. */
function preparations(change: ObjectChange): readonly ApplyStep[] {
  if (change.remedy === undefined) return [];
  const grown = change.sizes.flatMap((size) => size.claims.map((claim) => growStep(change, claim, size)));
  const keepsPods = change.remedy === 'grow-claims';
  const command = `${kubectl(change)} delete ${objectWord(change)}${keepsPods ? ' --cascade=orphan' : ''}`;
  return [...grown, { kind: 'delete', object: objectOf(change), keepsPods, command }];
}

function growStep(change: ObjectName, claim: string, { to }: ClaimSize): ApplyStep {
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: to } } } });
  return { kind: 'grow-claim', claim, size: to, command: `${kubectl(change)} patch pvc ${shellWord(claim)} --patch ${shellWord(patch)}` };
}

/** `kubectl apply` deletes nothing. A namespace and the claims of data stores are never deleted here, because that deletes data. */
function cleanUps(change: ObjectChange): readonly ApplyStep[] {
  if (change.class !== 'remaining' || HOLDERS.includes(change.kind)) return [];
  return [{ kind: 'clean-up', object: objectOf(change), command: `${kubectl(change)} delete ${objectWord(change)}` }];
}

/** Kinds whose deletion deletes data. */
const HOLDERS: readonly string[] = ['Namespace', 'PersistentVolumeClaim', 'PersistentVolume'];

function objectOf({ group, kind, name, namespace }: ObjectName): ObjectName {
  return { group, kind, name, ...(namespace !== undefined && { namespace }) };
}

function kubectl({ namespace }: ObjectName): string {
  return namespace === undefined ? 'kubectl' : `kubectl -n ${shellWord(namespace)}`;
}

/** `statefulset.apps cache`: kind and group, because a kind alone may be one of several groups. */
function objectWord({ group, kind, name }: ObjectName): string {
  return `${kind.toLowerCase()}${group === '' ? '' : `.${group}`} ${shellWord(name)}`;
}

/** Why a move is not accepted: one error, or none. Two files are one apply, which knows no steps; between tiers, the steps decide. */
export function manifestMoveFailures({ system, changes, rejected }: ManifestMoveAnswer): readonly LimitExceededError[] {
  const refused = changes.filter((change) => change.class === 'rejected').length;
  const decisive = system === undefined ? refused : rejected.length;
  const acceptedSteps = rejected.length === 0 ? { isAcceptedInSteps: true } : {};
  return decisive === 0 ? [] : [new LimitExceededError({ kind: 'apply', rejected: decisive, ...acceptedSteps })];
}
