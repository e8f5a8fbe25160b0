import { z } from 'zod';
import type { MoveAnswer } from '../../answers/move-answer';
import { CHANGE_CLASSES } from '../../transition/change-class';
import { COPY_SOURCES, DATA_KINDS } from '../../transition/data-kind';
import { DATA_OUTCOMES } from '../../transition/data-outcome';
import { obstaclesOf } from '../../transition/outcome';
import { DRAINED_TASKS, STARTS } from '../../transition/roll/instance-roll';
import { ROLL_LOADS } from '../../transition/roll/rolls';
import { FIRST_TASKS } from '../../transition/roll/simulate-rolls';
import type { Reason, ResourceTransition, Transition } from '../../transition/transition';
import { answerWarningText } from '../answer-warnings';
import { COPY_DOCUMENT, migrationDuration, skippedText } from '../data-migrations';
import { countsByClass } from '../move';
import { stepEffectText } from '../step-effects';
import { reasonText } from '../transition-reasons';
import { UsdIntervalJson, usdIntervalJson } from './estimate';
import { WordedJson, wordedJson } from './worded';

const ClassJson = z.enum(CHANGE_CLASSES);

const InterruptionJson = z.strictObject({
  of: z.string().describe('the function that is interrupted'),
  lowMinutes: z.number().describe('minutes in the best case'),
  highMinutes: z.number().optional().describe('minutes in the worst case; absent when no source gives an upper end'),
});

const ReasonJson = z.strictObject({
  rule: z.string().describe('id of the rule; cloudformation for the specification of the resource type'),
  class: ClassJson.describe('the class that this reason alone leads to'),
  properties: z.array(z.string()).describe('properties that it is about; empty for the resource as a whole'),
  text: z.string().describe('the reason, in English'),
  interruption: InterruptionJson.optional().describe('interruption that it causes; absent for none'),
  sources: z.array(z.string()).describe('addresses of the documents that state it'),
  asOf: z.iso.date().describe('date on which the rule was written or last corrected; later changes of the service are not in it'),
});

const MigrationJson = z.strictObject({
  kind: z.enum(DATA_KINDS).describe('kind of the data; other if no procedure is known'),
  into: z
    .string()
    .describe(
      'logical ID of the store that gets the data, with the name of the StatefulSet in a cluster; that of the resource itself when it is replaced',
    ),
  procedure: z.string().describe('section of the documentation with the procedure'),
  ifSkipped: z.string().describe('what is lost without the copy, in English'),
  duration: z.string().describe('duration of the copy, in English'),
  sources: z.array(z.string()).describe('addresses of the documents that state the procedure'),
});

const ResourceJson = z.strictObject({
  id: z.string().describe('logical ID'),
  type: z.string().describe('CloudFormation type'),
  component: z.string().describe('component that the resource belongs to'),
  class: ClassJson.describe('class of the change'),
  properties: z.array(z.string()).describe('names of the properties that change'),
  reasons: z.array(ReasonJson).describe('why; empty for an unchanged resource'),
  data: z.enum(DATA_OUTCOMES).optional().describe('outcome for its data; absent when it holds none, or keeps it'),
  migration: MigrationJson.optional().describe('copy of its data, with class needs-data-migration; absent when none is copied'),
});

const CopiesJson = z.strictObject({ min: z.number().describe('smallest number'), max: z.number().describe('largest number') });

const RollJson = z.strictObject({
  service: z.string().describe('logical ID of the service'),
  load: z.enum(ROLL_LOADS).describe('least: the fewest tasks; peak: the most that both templates allow'),
  firstTask: z.enum(FIRST_TASKS).describe('place of the first new task'),
  isMisplaced: z.boolean().describe('whether old tasks that must run do not fit on the updated pool'),
  fewestRunning: z.number().describe('smallest number of tasks that run during the deployment'),
  desired: z.number().describe('tasks that run when the deployment has ended'),
  pool: z.string().optional().describe('logical ID or name of the capacity provider; absent with a launch type'),
  mostInstances: z.number().optional().describe('largest number of instances of the pool; absent if it is unknown, and without a pool'),
  arePoolsKnown: z.boolean().describe('whether the instances before and after have a known size and number'),
});

const InstanceRollJson = z.strictObject({
  group: z.string().describe('logical ID of the Auto Scaling group'),
  pool: z.string().describe('logical ID of its capacity provider'),
  load: z.enum(ROLL_LOADS).describe('least: the fewest tasks; peak: the most'),
  start: z
    .enum(STARTS)
    .describe('number of instances at the start; fewest: as many as the tasks need, or the minimum of the group; most: its maximum'),
  instances: z.number().int().optional().describe('instances that run when the update starts; absent if a size is not known'),
  drained: z
    .enum(DRAINED_TASKS)
    .describe(
      'place of the tasks of draining instances, in the worst wave; next-to-others: on instances that run; replacement: at least one waits for the replacement; nowhere: at least one fits on neither',
    ),
  waves: z
    .array(
      z.strictObject({
        instances: z.number().int().describe('instances that are replaced at the same time'),
        drained: z.enum(DRAINED_TASKS).describe('place of their tasks; the worst one where the places differ'),
      }),
    )
    .describe('replacements in their order; empty if a size is not known'),
});

const CapacityFigureJson = z.strictObject({
  resource: z.string().describe('logical ID'),
  component: z.string().describe('component that the resource belongs to'),
  part: z.literal('replicas').optional().describe('a read replica of a database; absent for the component itself'),
  unit: z.enum(['tasks', 'instances', 'shards']).describe('unit of the numbers'),
  sizeBefore: z.string().optional().describe('instance class in the first template; absent when it states none'),
  sizeAfter: z.string().optional().describe('instance class in the second template; absent when it states none'),
  before: CopiesJson.describe('copies in the first template'),
  during: z.number().describe('smallest number of copies that work during the update'),
  after: CopiesJson.describe('copies in the second template'),
});

const TransitionJson = z.strictObject({
  stack: z.string().describe('name of the stack or the template'),
  region: z.string().optional().describe('AWS region; absent when it is not known'),
  resources: z.array(ResourceJson).describe('every resource of both templates'),
  rolls: z.array(RollJson).describe('deployments of ECS services that the update starts, at each load'),
  instanceRolls: z
    .array(InstanceRollJson)
    .describe('replacement of instances with tasks of ECS, at each load, from the fewest and from the most instances'),
  capacity: z.array(CapacityFigureJson).describe('capacity before, during and after the update'),
});

/** Output of `move --json`. */
export const MoveJson = z
  .strictObject({
    from: z.string().describe('deployed end of the move'),
    to: z.string().describe('other end of the move'),
    counts: z.record(ClassJson, z.number().int()).describe('number of resources by class'),
    isAccepted: z.boolean().describe('whether one update makes the move: nothing is rejected, lost or replaced by an empty store'),
    acceptedSteps: z
      .number()
      .int()
      .optional()
      .describe('number of steps that make the move, each accepted and without loss of data; absent when no such steps are known'),
    transitions: z.array(TransitionJson).describe('the update of each stack'),
    createdStacks: z.array(z.string()).describe('stacks that the move creates'),
    remainingStacks: z.array(z.string()).describe('stacks that stay until they are deleted'),
    steps: z
      .array(
        z.strictObject({
          titles: z.array(z.string()).describe('effects of the step, in English'),
          command: z
            .string()
            .optional()
            .describe('the whole command; absent when the step is a procedure, or cannot be deployed, because images are missing'),
          missingImages: z.array(z.string()).optional().describe('services whose image is unknown; absent when there are none'),
          template: z
            .strictObject({
              path: z.string().describe('path of the file that the command reads'),
              content: z.record(z.string(), z.unknown()).describe('content of the file'),
            })
            .optional()
            .describe('template that must be written before the command runs; absent when the command needs none'),
        }),
      )
      .describe('updates that make the move, in their order'),
    rejectedAfterSteps: z.array(z.string()).describe('stack and resource that one of these updates rejects'),
    costUsd: z
      .strictObject({
        before: UsdIntervalJson.describe('estimate before the move'),
        during: UsdIntervalJson.describe('rate while the update runs'),
        after: UsdIntervalJson.describe('estimate after the move'),
      })
      .describe('US dollars per month'),
    warnings: z.array(WordedJson).describe('warnings for readers of the answer'),
  })
  .meta({ title: 'sizing move' });
export type MoveJson = z.infer<typeof MoveJson>;

/** The JSON form of a move. */
export function moveJson(answer: MoveAnswer): MoveJson {
  const { from, to, transitions, createdStacks, remainingStacks, plan, cost, warnings, acceptedSteps } = answer;
  const { rejected, lost, migrated } = obstaclesOf(transitions);
  return {
    from,
    to,
    counts: { ...countsByClass(transitions) },
    isAccepted: rejected.length + lost.length + migrated.length === 0,
    ...(acceptedSteps !== undefined && { acceptedSteps }),
    transitions: transitions.map(transitionJson),
    createdStacks: [...createdStacks],
    remainingStacks: [...remainingStacks],
    steps: plan.steps.map(({ effects, command, missingImages, template }) => ({
      titles: effects.map(stepEffectText),
      ...(command !== undefined && { command }),
      ...(missingImages !== undefined && { missingImages: [...missingImages] }),
      ...(template !== undefined && { template: { path: template.path, content: { ...template.content } } }),
    })),
    rejectedAfterSteps: [...plan.rejected],
    costUsd: { before: usdIntervalJson(cost.before), during: usdIntervalJson(cost.during), after: usdIntervalJson(cost.after) },
    warnings: wordedJson(warnings, answerWarningText),
  };
}

function transitionJson({ stack, region, resources, rolls, instanceRolls, capacity }: Transition): z.infer<typeof TransitionJson> {
  return {
    stack,
    ...(region !== undefined && { region }),
    resources: resources.map(resourceJson),
    rolls: [...rolls],
    instanceRolls: instanceRolls.map(({ waves, ...roll }) => ({ ...roll, waves: [...waves] })),
    capacity: [...capacity],
  };
}

function resourceJson({ reasons, properties, migration, ...resource }: ResourceTransition): z.infer<typeof ResourceJson> {
  return {
    ...resource,
    properties: [...properties],
    reasons: reasons.map(reasonJson),
    ...(migration !== undefined && {
      migration: {
        kind: migration.kind,
        into: migration.into,
        procedure: COPY_DOCUMENT,
        ifSkipped: skippedText(resource.id, migration),
        duration: migrationDuration(migration),
        sources: [...COPY_SOURCES[migration.kind]],
      },
    }),
  };
}

function reasonJson(reason: Reason): z.infer<typeof ReasonJson> {
  const { rule, class: changeClass, properties, interruption, sources, asOf } = reason;
  return {
    rule,
    class: changeClass,
    properties: [...properties],
    text: reasonText(reason),
    ...(interruption !== undefined && { interruption }),
    sources: [...sources],
    asOf,
  };
}
