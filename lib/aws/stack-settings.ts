import { DefaultStackSynthesizer, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';

/** Properties that a stack of the CDK receives as they are. */
export const PASSED_ON = [
  'permissionsBoundary',
  'notificationArns',
  'crossRegionReferences',
] as const satisfies readonly (keyof StackProps)[];

/** Properties of stacks of the CDK that a stack of a tier accepts, for all of its stacks if it has standby regions. */
export interface StackSettings extends Pick<StackProps, 'synthesizer' | 'description' | (typeof PASSED_ON)[number]> {
  /**
   * AWS account of the stacks. Default: the account of the credentials that deploy them. Set it if other stacks of the app with an
   * account refer to the tier.
   */
  readonly account?: string;
  /** Name of the stack; names of the stacks in standby regions begin with it. Default: from the construct id. */
  readonly stackName?: string;
  /** Tags of all resources, in addition to `system` and `environment`. Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The settings in other properties, without the name of the stack, because each stack of a tier has its own name. */
export function settingsOf(settings: StackSettings): StackSettings {
  const { account, synthesizer, description, tags } = settings;
  return {
    ...passedOn(settings),
    ...(account !== undefined && { account }),
    ...(synthesizer !== undefined && { synthesizer }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
  };
}

/** Properties of a stack in the region of a blueprint, below `scope`. */
export function stackPropsOf(
  scope: Construct,
  { system, options, network }: Blueprint,
  settings: StackSettings,
  content?: string,
): StackProps {
  const { account, stackName, synthesizer, description, tags } = settings;
  return {
    ...passedOn(settings),
    description: description ?? [system.name, `environment ${options.environment}`, ...(content === undefined ? [] : [content])].join(', '),
    ...synthesizerOf(scope, synthesizer),
    env: { region: network.region, ...(account !== undefined && { account }) },
    tags: { system: system.id, environment: options.environment, ...tags },
    ...(stackName !== undefined && { stackName }),
    // Without it, one call deletes all resources that are not protected themselves. It begins with that of the data stores: the CDK
    // sets it before it creates a stack, and cannot delete the stack of a failed creation to repeat it while the protection is on.
    terminationProtection: options.terminationProtection ?? options.deletionProtection,
  };
}

function passedOn(settings: StackSettings): Pick<StackProps, (typeof PASSED_ON)[number]> {
  return Object.fromEntries(PASSED_ON.flatMap((key) => (settings[key] === undefined ? [] : [[key, settings[key]]])));
}

/** End of the context key of the `defaultStackSynthesizer` of an app. The CDK has no public name for it, and the key begins with a random number. */
const DEFAULT_OF_APP = 'core/defaultStackSynthesizer';

/** The given synthesizer, else that of the app, else one of our own. */
function synthesizerOf(scope: Construct, given: StackSettings['synthesizer']): Pick<StackProps, 'synthesizer'> {
  if (given !== undefined) return { synthesizer: given };
  const context: Readonly<Record<string, unknown>> = scope.node.getAllContext();
  if (Object.keys(context).some((key) => key.endsWith(DEFAULT_OF_APP))) return {};
  // The CDK CLI checks the version of the bootstrap stack itself, so the template does not need the rule.
  return { synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) };
}
