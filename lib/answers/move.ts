import type { Blueprint } from '../blueprint/blueprint';
import { REFERENCE_REGION } from '../catalog/price-book';
import { stackArgument, stackNameOf } from '../cloudformation/deployed-stack';
import type { Template } from '../cloudformation/template-resource';
import { shellWord } from '../core/shell-word';
import type { Deployment } from '../model/environment-file';
import { poolInstancesText } from '../model/options';
import type { Estimate } from '../pricing/estimate';
import { obstaclesOf } from '../transition/outcome';
import type { Transition } from '../transition/transition';
import { transitionBetween } from '../transition/transition-between';
import type { TransitionFacts } from '../transition/transition-context';
import type { AnswerWarning } from './answer-warning';
import { environmentOf } from './environment-file';
import { stacksOf } from './estimate-blueprint';
import { estimateStacks, type Stack } from './estimate-stacks';
import { estimateTemplateFiles } from './estimate-template-files';
import { blueprintsOf, endBlueprint, type RawOptions, validBlueprint } from './move-blueprints';
import { largerRate, type MoveCost, moveCost } from './move-cost';
import { moveFacts } from './move-facts';
import { poolsWithRoom } from './move-room';
import { deploysSame, optionsOfStep } from './move-step-options';
import { deployCommand, deployedStack, type MoveStage, type MoveStep, type MoveSteps, moveSteps, type StackUpdate } from './move-steps';
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

/** Effects of a move, resource by resource. */
export interface MoveAnswer {
  /** Name of the system. Absent: templates are moved. */
  readonly system?: string;
  /** The deployed end: tier with options, or the path of the template. */
  readonly from: string;
  /** The end after the move, as `from`. */
  readonly to: string;
  /** The update of each stack that both ends have. */
  readonly transitions: readonly Transition[];
  /** Names of stacks that the move creates. */
  readonly createdStacks: readonly string[];
  /** Names of stacks that only the first end has: they stay as they are until they are deleted. */
  readonly remainingStacks: readonly string[];
  /** The updates that make the move, each with its command. */
  readonly plan: MoveSteps;
  /**
   * The updates that decide whether the command fails: between tiers and options those of the steps; between two templates the
   * one update to the second, because a deployment of this template knows no steps.
   */
  readonly decisive: readonly Transition[];
  /** Number of steps, where each is accepted and loses no data. Absent: no such steps are known. */
  readonly acceptedSteps?: number;
  /** Cost before, during and after the move. */
  readonly cost: MoveCost;
  /** The estimates of both ends, in the order of the move. */
  readonly estimates: readonly [before: Estimate, after: Estimate];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Synthesizes the stacks of a blueprint with its images and administrators, that of its own region first. */
export type Synthesizer = (blueprint: Blueprint, deployment?: Deployment) => readonly Stack[];

/**
 * Effects of a move of a system between tiers or options on every resource of its stacks. Throws an InputError with every problem
 * of the request, and for `platform=kubernetes`, which has no stacks.
 */
export function planMove(request: MoveRequest, synthesizer: Synthesizer = stacksOf): MoveAnswer {
  const { system, from, to, environmentOptions: ofFiles = { from: {}, to: {} }, deployments: files = { from: {}, to: {} } } = request;
  const { definitionFile } = request;
  const source = { system: systemOf(system).id, ...(definitionFile !== undefined && { config: definitionFile }) };
  const deployments = { from: withImageTag(files.from, from), to: withImageTag(files.to, to) };
  const estimated = (blueprint: Blueprint, deployment: Deployment) =>
    estimateStacks(synthesizer(blueprint, deployment), blueprint.options.region);
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
  return { system: deployed.system.name, ...answerOf(ends.before, ends.after, staged, missingImages) };
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

/**
 * Effects of an update from one template to another on every resource: two template files, or two `cdk.out` folders whose stacks
 * have the same names. Throws an InputError for files that are not templates, and for a region without prices.
 */
export function planTemplateMove(beforePath: string, afterPath: string, region?: string): MoveAnswer {
  const [before, after] = [beforePath, afterPath].map((path) => {
    // The first template of a file is named by its path, and those of its nested stacks by paths below it.
    const key = ({ name }: Template) => (name.startsWith(path) ? name.slice(path.length) : name);
    return { name: path, key, ...estimateTemplateFiles(path, region) };
  });
  if (before === undefined || after === undefined) throw new Error('a move has two ends');
  const [[deployed], [template]] = [before.templates, after.templates];
  if (deployed === undefined || template === undefined) throw new Error('a move has two ends');
  const command =
    template.name === afterPath
      ? deployCommand(stackArgument(deployedStack(deployed, template)), afterPath, region ?? template.region)
      : `npx cdk deploy --all --app ${afterPath}`;
  const deploy: MoveStep = { effects: [{ kind: 'deployment', end: afterPath }], command };
  const answer = answerOf(before, after, [{ end: after, deploy, ...(region !== undefined && { region }) }]);
  return { ...answer, decisive: answer.transitions };
}

/** One end of a move: its templates, and what they cost. */
interface MoveEnd {
  readonly name: string;
  readonly templates: readonly Template[];
  readonly estimate: Estimate;
  readonly warnings: readonly AnswerWarning[];
  /** The same for the two templates of one stack. */
  key(template: Template): string;
}

/** A deployment of a move, and the end that it leads to. */
interface EndStage {
  readonly end: MoveEnd;
  readonly deploy: MoveStep;
  readonly commandOf?: MoveStage['commandOf'];
  readonly region?: string;
}

/** The answer about a move from one end to another; the last stage may retain storage that `after` would reduce. */
function answerOf(before: MoveEnd, after: MoveEnd, ends: readonly EndStage[], missingImages: readonly string[] = []): MoveAnswer {
  const transitions = updatesBetween(before, after).map(({ transition }) => transition);
  const stages = ends.map(
    ({ end, ...stage }, index): MoveStage => ({ ...stage, updates: updatesBetween(ends[index - 1]?.end ?? before, end) }),
  );
  const cost = moveCost(before.estimate, after.estimate, transitions);
  const during = ends.slice(0, -1).reduce((rate, { end }, index) => {
    const updates = stages[index]?.updates ?? [];
    const from = ends[index - 1]?.end ?? before;
    const stage = moveCost(
      from.estimate,
      end.estimate,
      updates.map(({ transition }) => transition),
    );
    return largerRate(rate, stage.during);
  }, cost.during);
  const [old, next] = [keysOf(before), keysOf(after)];
  const plan = moveSteps(stages, factsOf(before, after), missingImages);
  const { rejected, lost, migrated } = obstaclesOf(plan.updates);
  const isAccepted = rejected.length + lost.length + migrated.length === 0;
  return {
    from: before.name,
    to: after.name,
    transitions,
    createdStacks: [...next].filter(([key]) => !old.has(key)).map(([, { name }]) => name),
    remainingStacks: [...old].filter(([key]) => !next.has(key)).map(([, { name }]) => name),
    plan,
    decisive: plan.updates,
    ...(isAccepted && { acceptedSteps: plan.steps.length }),
    cost: { ...cost, during },
    estimates: [before.estimate, after.estimate],
    warnings: [...new Map([...before.warnings, ...after.warnings].map((warning) => [JSON.stringify(warning), warning])).values()],
  };
}

/** Facts for the comparison of the templates of two ends. */
function factsOf(before: MoveEnd, after: MoveEnd): TransitionFacts {
  return moveFacts([...before.templates, ...after.templates]);
}

function keysOf(end: MoveEnd): ReadonlyMap<string, Template> {
  return new Map(end.templates.map((template) => [end.key(template), template]));
}

const comparisons = new WeakMap<MoveEnd, WeakMap<MoveEnd, readonly StackUpdate[]>>();

/** The updates from one end to another. They are computed once: the room of the pools, the steps and the answer need the same. */
function updatesBetween(from: MoveEnd, to: MoveEnd): readonly StackUpdate[] {
  const ofEnd = comparisons.get(from) ?? new WeakMap<MoveEnd, readonly StackUpdate[]>();
  comparisons.set(from, ofEnd);
  const known = ofEnd.get(to) ?? comparedStacks(from, to);
  ofEnd.set(to, known);
  return known;
}

function comparedStacks(from: MoveEnd, to: MoveEnd): readonly StackUpdate[] {
  const facts = factsOf(from, to);
  return pairsOf(from, to).map((pair) => ({ ...pair, transition: transitionBetween(pair.before, pair.after, facts) }));
}

/** The stacks that both ends have. */
function pairsOf(before: MoveEnd, after: MoveEnd): readonly Omit<StackUpdate, 'transition'>[] {
  const old = keysOf(before);
  return after.templates.flatMap((template) => {
    const deployed = old.get(after.key(template));
    return deployed === undefined ? [] : [{ before: deployed, after: template }];
  });
}

function nameOf({ tier, ...options }: RawOptions): string {
  return [String(tier), ...Object.entries(options).map(([key, value]) => `${key}=${value}`)].join(' ');
}
