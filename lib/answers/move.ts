import type { Blueprint } from '../blueprint/blueprint';
import { REFERENCE_REGION } from '../catalog/price-book';
import { stackNameOf } from '../cloudformation/deployed-stack';
import { shellWord } from '../core/shell-word';
import type { Deployment } from '../model/environment-file';
import { poolInstancesText } from '../model/options';
import { environmentOf } from './environment-file';
import { stacksOf } from './estimate-blueprint';
import { estimateStacks, type Stack } from './estimate-stacks';
import { factsOf, type MoveAnswer, type MoveEnd, moveAnswer, pairsOf, updatesBetween } from './move-answer';
import { blueprintsOf, endBlueprint, type RawOptions, validBlueprint } from './move-blueprints';
import { poolsWithRoom } from './move-room';
import { deploysSame, optionsOfStep } from './move-step-options';
import type { MoveStage, MoveStep } from './move-steps';
import { servicesWithoutRequest } from './service-images';
import { type SystemReference, systemOf } from './system-reference';

/** A move of a system between tiers or options. */
export interface MoveRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** The deployed end: `tier`, options by context key, and `imageTag`. */
  readonly from: RawOptions;
  /** The end after the move: `tier`, options by context key, and `imageTag`. */
  readonly to: RawOptions;
  /**
   * Options that the files of the environments set; those of `from` and `to` take precedence. A deployment reads the file, so the
   * command of the last step does not repeat them. Default: none.
   */
  readonly environmentOptions?: {
    /** Of the deployment before the move. */
    readonly from: RawOptions;
    /** Of the deployment after the move. */
    readonly to: RawOptions;
  };
  /**
   * Images and administrators that the files of the environments set; `imageTag` of `from` and `to` takes precedence. The templates of
   * the steps have those of `from`. Default: none, and then a step whose services have no image has no command, because no
   * deployment may replace running images with the placeholder.
   */
  readonly deployments?: {
    /** Of the deployment before the move. */
    readonly from: Deployment;
    /** Of the deployment after the move. */
    readonly to: Deployment;
  };
  /** Path of the definition file, for the commands of the steps. Default: the one that they find, in their folder or the nearest one above. */
  readonly definitionFile?: string | undefined;
}

/** Synthesizes the stacks of a blueprint with its images and administrators, that of its own region first. */
export type Synthesizer = (blueprint: Blueprint, deployment?: Deployment) => readonly Stack[];

/** The templates and the estimate of a blueprint with its images and administrators. */
type StacksEstimator = (blueprint: Blueprint, deployment?: Deployment) => Pick<MoveEnd, 'templates' | 'estimate'>;

/**
 * Effects of a move of a system between tiers or options on every resource of its stacks. Throws an InputError with every problem
 * of the request, and for `platform=kubernetes`, which has no stacks.
 */
export function planMove(request: MoveRequest, synthesizer: Synthesizer = stacksOf): MoveAnswer {
  return planMoveWith(request, (blueprint, deployment) => estimateStacks(synthesizer(blueprint, deployment), blueprint.options.region));
}

/** As `planMove`, with an estimator that several moves may share. */
export function planMoveWith(request: MoveRequest, estimated: StacksEstimator): MoveAnswer {
  const { system, from, to, environmentOptions: ofFiles = { from: {}, to: {} }, deployments: files = { from: {}, to: {} } } = request;
  const { definitionFile } = request;
  const source = { system: systemOf(system).id, ...(definitionFile !== undefined && { config: definitionFile }) };
  const deployments = { from: withImageTag(files.from, from), to: withImageTag(files.to, to) };
  const [deployed, next] = blueprintsOf(system, { ...ofFiles.from, ...from }, { ...ofFiles.to, ...to });
  const ends = { before: endOf(from, estimated(deployed, deployments.from)), after: endOf(to, estimated(next, deployments.to)) };
  const [missingImages, missingNext] = [servicesWithoutRequest(deployed, deployments.from), servicesWithoutRequest(next, deployments.to)];
  const sizes = sizesToKeep(ends.before, ends.after);
  // Storage never shrinks: the steps lead to the tier with the storage that its database and its data volume already have.
  const kept = { ...to, ...sizes };
  const endWith = (options: RawOptions) => endOf(options, estimated(endBlueprint(system, { ...ofFiles.to, ...options }), deployments.to));
  const target = Object.keys(sizes).length === 0 ? ends.after : endWith(kept);
  const stageOf = (end: MoveEnd, options: RawOptions, purpose?: 'room-for-tasks') => ({
    end,
    deploy: deployStep(cdkDeploy('--all', source, options, ofFiles.to), nameOf(options), missingNext, purpose),
  });
  const room = poolsWithRoom(updatesBetween(ends.before, target), factsOf(ends.before, target), next.options.poolInstances);
  const roomy = { ...kept, poolInstances: poolInstancesText(room) };
  const stages = [...(room.length === 0 ? [] : [stageOf(endWith(roomy), roomy, 'room-for-tasks')]), stageOf(target, kept)];
  // A step before the last deploys the first end with other options, where these give the template of the step.
  const commandOf: MoveStage['commandOf'] = (update, template) => {
    const changed = optionsOfStep(update, template, deployed.options);
    if (changed === undefined) return undefined;
    const options = { ...from, ...changed };
    const blueprint = validBlueprint(system, { ...ofFiles.from, ...options });
    if (blueprint === undefined) return undefined;
    const { templates } = estimated(blueprint, deployments.from);
    const synthesized = templates.find((each) => ends.before.key(each) === ends.before.key(update.before));
    if (synthesized === undefined || !deploysSame(synthesized, template)) return undefined;
    return cdkDeploy(`${stackNameOf(update.before)} --exclusively`, source, options, ofFiles.from);
  };
  const staged = stages.map((stage, index) => (index === 0 ? { ...stage, commandOf } : stage));
  return { system: deployed.system.name, ...moveAnswer(ends.before, ends.after, staged, missingImages) };
}

function withImageTag(deployment: Deployment, { imageTag }: RawOptions): Deployment {
  return imageTag === undefined ? deployment : { ...deployment, imageTag: String(imageTag) };
}

function endOf(options: RawOptions, { templates, estimate }: Pick<MoveEnd, 'templates' | 'estimate'>): MoveEnd {
  // A stack of the same name in another region is another stack.
  return { name: nameOf(options), templates, estimate, warnings: [], key: ({ name, region }) => `${region ?? ''} ${name}` };
}

/** Sizes that never shrink, each with the option that keeps it. */
const STORAGE_OPTIONS = [
  { option: 'databaseStorageGib', type: 'AWS::RDS::DBInstance', property: 'AllocatedStorage' },
  { option: 'dataVolumeGib', type: 'AWS::EC2::Volume', property: 'Size' },
] as const;

/** Options that retain storage that a move would reduce, GiB; empty when it reduces none. */
function sizesToKeep(before: MoveEnd, after: MoveEnd): RawOptions {
  const kept = STORAGE_OPTIONS.flatMap(({ option, type, property }): [string, number][] => {
    const sizes = pairsOf(before, after).flatMap((pair) =>
      pair.before.resources.flatMap((old) => {
        const next = pair.after.resources.find((each) => each.id === old.id && each.type === type);
        const [has, gets] = [Number(old.properties[property]), Number(next?.properties[property])];
        return has > gets ? [has] : [];
      }),
    );
    return sizes.length === 0 ? [] : [[option, Math.max(...sizes)]];
  });
  return Object.fromEntries(kept);
}

function deployStep(command: string, end: string, missingImages: readonly string[], purpose?: 'room-for-tasks'): MoveStep {
  const effects = [{ kind: 'deployment' as const, end, ...(purpose !== undefined && { purpose }) }];
  return missingImages.length > 0 ? { effects, missingImages } : { effects, command };
}

/** The system of a command, and its definition file unless the command finds it. */
interface SystemSource {
  readonly system: string;
  readonly config?: string;
}

/** Deploys stacks of a tier; options of the file of the environment are not repeated. */
function cdkDeploy(stacks: string, { system, ...config }: SystemSource, { tier, ...options }: RawOptions, { region }: RawOptions): string {
  const places = { environment: environmentOf(undefined), ...(region === undefined && { region: REFERENCE_REGION }) };
  const context = Object.entries({ system, tier, ...places, ...options, ...config }).map(
    ([key, value]) => `-c ${shellWord(`${key}=${String(value)}`)}`,
  );
  return `npx cdk deploy ${stacks} ${context.join(' ')}`;
}

function nameOf({ tier, ...options }: RawOptions): string {
  return [String(tier), ...Object.entries(options).map(([key, value]) => `${key}=${value}`)].join(' ');
}
