import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { stepsOf } from './property';
import { rawAt } from './values';

/** A resource of the template to which Lambda sends the failed, or successful, events of a function. */
export interface EventDestination {
  /** The function, the configuration of its invocations, or its event source mapping. */
  readonly resource: TemplateResource;
  /** Property that names the target: `DeadLetterConfig.TargetArn`. */
  readonly path: string;
  /** The queue, topic, event bus or function. */
  readonly target: TemplateResource;
}

/** Properties that name where a function sends events. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['DeadLetterConfig.TargetArn'],
  'AWS::Lambda::EventInvokeConfig': ['DestinationConfig.OnFailure.Destination', 'DestinationConfig.OnSuccess.Destination'],
  'AWS::Lambda::EventSourceMapping': ['DestinationConfig.OnFailure.Destination'],
};

/** Every destination of events that is in the template. */
export function* eventDestinations(context: CheckContext): Generator<EventDestination> {
  for (const [type, paths] of Object.entries(DESTINATIONS)) {
    for (const resource of context.ofType(type)) {
      for (const path of paths) {
        const target = context.target(rawAt(resource.properties, ...stepsOf(path)));
        if (target !== undefined) yield { resource, path, target };
      }
    }
  }
}
