import { stackArgument, stackNameOf } from '../cloudformation/deployed-stack';
import type { Template } from '../cloudformation/template-resource';
import type { DataKind } from '../transition/data-kind';
import type { DataMigration } from '../transition/data-migration';
import { preparedUpdate } from '../transition/preparations';
import type { Transition } from '../transition/transition';
import type { TransitionFacts } from '../transition/transition-context';

/** An effect of an update of a move: `output` words it. */
export type StepEffect =
  /** Deploys the end of a stage: tier with options, or the path of a template. */
  | {
      readonly kind: 'deployment';
      /** Tier with options, or the path of a template. */
      readonly end: string;
      /** Present where the deployment only makes room for tasks that start before others stop. */
      readonly purpose?: 'room-for-tasks';
    }
  /** Prepares a resource, as the rule that rejects the whole update states it: an imperative sentence without a full stop. */
  | {
      readonly kind: 'preparation';
      /** An imperative sentence without a full stop. */
      readonly text: string;
    }
  /** Copies data that the update does not copy: out of a store before the update, into the next one after it. */
  | {
      readonly kind: 'data-copy';
      /** `out` of the old store before the update, `in` to the next store after it. */
      readonly direction: 'out' | 'in';
      /** Logical id of the resource with the data before the move. */
      readonly from: string;
      /** Kind of the data, and how it is copied. */
      readonly migration: DataMigration;
    }
  /** Completes a change after its update: an imperative sentence without a full stop. */
  | {
      readonly kind: 'follow-up';
      /** An imperative sentence without a full stop. */
      readonly text: string;
    };

/** One update of a move. */
export interface MoveStep {
  /** Effects, one for each resource where it prepares several. */
  readonly effects: readonly StepEffect[];
  /** The whole command. Absent: the step is a procedure of a person, or cannot be deployed, because of `missingImages`. */
  readonly command?: string;
  /** Services whose image is unknown: the step would replace it with the placeholder. Absent: none. */
  readonly missingImages?: readonly string[];
  /** Template that the command deploys, to be written to this path first. Absent: the command needs no such file. */
  readonly template?: {
    /** Path of the file, relative to the working directory. */
    readonly path: string;
    /** The template, to be written as JSON. */
    readonly content: Readonly<Record<string, unknown>>;
  };
}

/** Updates that make a move when one is not enough. */
export interface MoveSteps {
  /** In their order: updates, that to the second end last, then commands that complete it. Only the last update where nothing else is necessary. */
  readonly steps: readonly MoveStep[];
  /** Effects of each of these updates on each stack that both ends have, those of one stack in their order. */
  readonly updates: readonly Transition[];
  /** Resources that one of these updates rejects: no sequence of updates is known for them. `stack/resource`. */
  readonly rejected: readonly string[];
}

/** Folder of the templates of the steps, relative to the working directory. */
const STEPS_FOLDER = 'move-steps';

/** A stack before and after an update. */
export interface StackUpdate {
  /** The deployed template. */
  readonly before: Template;
  /** The template of the second end. */
  readonly after: Template;
  /** Effects of the update as a whole. */
  readonly transition: Transition;
}

/** One deployment of all stacks, such as `cdk deploy` of a tier. */
export interface MoveStage {
  /** Its effects on each stack that exists before it. */
  readonly updates: readonly StackUpdate[];
  /** The step that deploys it. */
  readonly deploy: MoveStep;
  /** The command that deploys a template of a step from options alone. Absent, or undefined: none is known, and the step has the template. */
  readonly commandOf?: (update: StackUpdate, template: Template) => string | undefined;
  /** AWS region of the deployed stacks. Absent: the region that their templates state, if any. */
  readonly region?: string;
}

/**
 * The steps of a move; the last stage deploys the second end. Where services of the first end have no known image, the steps that
 * prepare resources have neither a template nor a command.
 */
export function moveSteps(stages: readonly MoveStage[], facts: TransitionFacts, missingImages: readonly string[] = []): MoveSteps {
  const templatesOf = new Map<string, number>();
  const steps: MoveStep[] = [];
  const judged: Transition[] = [];
  for (const { updates, deploy, commandOf, region } of stages) {
    const start = judged.length;
    const copies: DataCopy[] = [];
    for (const stackUpdate of updates) {
      const { before, after, transition } = stackUpdate;
      const { prepared, last } = preparedUpdate(before, after, facts, transition);
      for (const { titles, template, update } of prepared) {
        const effects = titles.map((text): StepEffect => ({ kind: 'preparation', text }));
        judged.push(update);
        if (missingImages.length > 0) {
          steps.push({ effects, missingImages });
          continue;
        }
        const command = commandOf?.(stackUpdate, template);
        if (command !== undefined) {
          steps.push({ effects, command });
          continue;
        }
        const number = (templatesOf.get(before.name) ?? 0) + 1;
        templatesOf.set(before.name, number);
        steps.push(templateStep(effects, number, template, deployedStack(before, after), region));
      }
      judged.push(last);
      copies.push(...copiesOf(last));
    }
    steps.push(...copySteps(copies, 'out'), deploy, ...copySteps(copies, 'in'), ...followUps(judged.slice(start)));
  }
  const rejected = judged.flatMap(({ stack, resources }) =>
    resources.filter((resource) => resource.class === 'rejected').map(({ id }) => `${stack}/${id}`),
  );
  return { steps, updates: judged, rejected: [...new Set(rejected)] };
}

/** A store whose data a person copies. */
type DataCopy = Pick<Extract<StepEffect, { kind: 'data-copy' }>, 'from' | 'migration'>;

function copiesOf({ resources }: Transition): readonly DataCopy[] {
  return resources.flatMap(({ id, migration }) => (migration === undefined ? [] : [{ from: id, migration }]));
}

/** Consumers empty a queue, and the next store has a secret of its own: nothing is left to copy after the deployment. */
const NOT_COPIED_IN: ReadonlySet<DataKind> = new Set(['queue', 'secret']);

function copySteps(copies: readonly DataCopy[], direction: 'out' | 'in'): readonly MoveStep[] {
  const copied = copies.filter(({ migration }) => direction === 'out' || !NOT_COPIED_IN.has(migration.kind));
  return copied.map((copy) => ({ effects: [{ kind: 'data-copy', direction, ...copy }] }));
}

/** The template that names the deployed stack: the second, unless only the first is of a cloud assembly, which states the name. */
export function deployedStack(before: Template, after: Template): Template {
  return after.stackName === undefined && before.stackName !== undefined ? before : after;
}

function templateStep(effects: readonly StepEffect[], number: number, { raw }: Template, stack: Template, region = stack.region): MoveStep {
  const path = `${STEPS_FOLDER}/${[stackNameOf(stack), ...(stack.nestedIds ?? []), number].join('-')}.template.json`;
  return { effects, command: deployCommand(stackArgument(stack), path, region), template: { path, content: raw } };
}

/** Commands that complete changes of these updates. */
function followUps(updates: readonly Transition[]): readonly MoveStep[] {
  const reasons = updates.flatMap(({ resources }) => resources.flatMap((resource) => resource.reasons));
  return reasons.flatMap(({ followUp }) =>
    followUp === undefined ? [] : [{ effects: [{ kind: 'follow-up', text: followUp.title }], command: followUp.command }],
  );
}

/** Where the AWS CLI works without `--region`: the variable takes precedence over the profile. */
const REGION_OF_CLI = `\${AWS_REGION:-$(aws configure get region)}`;

/** Deploys a template that may be too large for a request: it is uploaded to the bucket of the CDK's bootstrap stack. */
export function deployCommand(stack: string, path: string, region: string | undefined): string {
  const bucket = `cdk-hnb659fds-assets-$(aws sts get-caller-identity --query Account --output text)-${region ?? REGION_OF_CLI}`;
  return [
    `aws cloudformation deploy --stack-name ${stack} --template-file ${path}`,
    `--s3-bucket "${bucket}" --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM`,
    ...(region === undefined ? [] : [`--region ${region}`]),
  ].join(' ');
}
