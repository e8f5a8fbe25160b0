import { referencesIn } from '../cloudformation/references';
import { changesProperty, type TransitionContext } from './transition-context';

/** Logical ids of the launch templates that get another version. */
export function changedLaunchTemplates(context: TransitionContext): ReadonlySet<string> {
  return new Set(
    context
      .updated('AWS::EC2::LaunchTemplate')
      .filter((change) => changesProperty(change, 'LaunchTemplateData'))
      .map(({ id }) => id),
  );
}

/** Whether a property value refers to one of these launch templates. */
export function usesTemplate(value: unknown, templates: ReadonlySet<string>): boolean {
  return referencesIn(value).some((name) => templates.has(name));
}
