import type { Template } from '../cloudformation/template-resource';
import type { Estimate } from '../pricing/estimate';
import { obstaclesOf } from '../transition/outcome';
import type { Transition } from '../transition/transition';
import { transitionBetween } from '../transition/transition-between';
import type { TransitionFacts } from '../transition/transition-context';
import type { AnswerWarning } from './answer-warning';
import { largerRate, type MoveCost, moveCost } from './move-cost';
import { moveFacts } from './move-facts';
import { type MoveStage, type MoveStep, type MoveSteps, moveSteps, type StackUpdate } from './move-steps';

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

/** One end of a move: its templates and their cost. */
export interface MoveEnd {
  /** Tier with options, or path of the template. */
  readonly name: string;
  /** Templates of all stacks. */
  readonly templates: readonly Template[];
  /** Estimate of all stacks. */
  readonly estimate: Estimate;
  /** Limitations that concern this end. */
  readonly warnings: readonly AnswerWarning[];
  /** The same for the two templates of one stack. */
  key(template: Template): string;
}

/** A deployment of a move, and the end that it leads to. */
export interface EndStage {
  /** The end after the deployment. */
  readonly end: MoveEnd;
  /** The step that deploys it. */
  readonly deploy: MoveStep;
  /** Command of a step before it; absent where such a step deploys a template file. */
  readonly commandOf?: MoveStage['commandOf'];
  /** Region of the commands; absent where they find it. */
  readonly region?: string;
}

/** The answer about a move from one end to another; the last stage may retain storage that `after` would reduce. */
export function moveAnswer(before: MoveEnd, after: MoveEnd, ends: readonly EndStage[], missingImages: readonly string[] = []): MoveAnswer {
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
export function factsOf(before: MoveEnd, after: MoveEnd): TransitionFacts {
  return moveFacts([...before.templates, ...after.templates]);
}

function keysOf(end: MoveEnd): ReadonlyMap<string, Template> {
  return new Map(end.templates.map((template) => [end.key(template), template]));
}

const comparisons = new WeakMap<MoveEnd, WeakMap<MoveEnd, readonly StackUpdate[]>>();

/** The updates from one end to another. They are computed once: the room of the pools, the steps and the answer need the same. */
export function updatesBetween(from: MoveEnd, to: MoveEnd): readonly StackUpdate[] {
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
export function pairsOf(before: MoveEnd, after: MoveEnd): readonly Omit<StackUpdate, 'transition'>[] {
  const old = keysOf(before);
  return after.templates.flatMap((template) => {
    const deployed = old.get(after.key(template));
    return deployed === undefined ? [] : [{ before: deployed, after: template }];
  });
}
