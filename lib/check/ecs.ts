import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { perContext } from './per-context';
import { isAbsent, itemsAt, listAt, stringAt, UNKNOWN } from './values';

/** An ECS service with its task definition. */
export interface EcsService {
  /** The service. */
  readonly service: TemplateResource;
  /** Its task definition; undefined when it is in another stack. */
  readonly task?: TemplateResource;
  /** Whether its tasks run on Fargate; undefined when it is known only at deployment. */
  readonly isFargate?: boolean;
}

const SERVICE = 'AWS::ECS::Service';
const TASK = 'AWS::ECS::TaskDefinition';
const FARGATE = /^FARGATE/;

/** The ECS services of a template. */
export const ecsServices = perContext((context: CheckContext): readonly EcsService[] =>
  context.ofType(SERVICE).map((service) => {
    const task = context.targetOf(TASK, service.properties.TaskDefinition);
    const isFargate = runsOnFargate(service, task);
    return { service, ...(task !== undefined && { task }), ...(isFargate !== undefined && { isFargate }) };
  }),
);

/** The ECS services whose task definition is in the template. */
export function servicesWithTask(context: CheckContext): readonly Required<Pick<EcsService, 'service' | 'task'>>[] {
  return ecsServices(context).flatMap(({ service, task }) => (task === undefined ? [] : [{ service, task }]));
}

function runsOnFargate({ properties }: TemplateResource, task: TemplateResource | undefined): boolean | undefined {
  const launchType = stringAt(properties, 'LaunchType');
  if (launchType === UNKNOWN) return undefined;
  if (launchType !== undefined) return FARGATE.test(launchType);
  const strategy = listAt(properties, 'CapacityProviderStrategy');
  if (strategy === UNKNOWN) return undefined;
  const providers = strategy.map((item) => stringAt(item, 'CapacityProvider'));
  if (providers.length > 0) return providers.every((provider) => typeof provider === 'string' && FARGATE.test(provider));
  // Without both, the default strategy of the cluster decides. A task definition that is for Fargate alone runs nowhere else.
  const compatibilities = itemsAt(task?.properties, 'RequiresCompatibilities');
  if (compatibilities.length === 1 && compatibilities[0] === 'FARGATE') return true;
  return isAbsent(properties, 'CapacityProviderStrategy') ? undefined : false;
}

/** Network mode of a task definition: `bridge` when it states none, as on Linux. `UNKNOWN` when it is known only at deployment. */
export function networkMode(task: TemplateResource): string | typeof UNKNOWN {
  return stringAt(task.properties, 'NetworkMode') ?? 'bridge';
}

/** One container of a task definition, with its path. */
export interface EcsContainer {
  /** The container definition. */
  readonly container: unknown;
  /** `Properties.ContainerDefinitions[0]` */
  readonly path: string;
}

/** Containers of a task definition. */
export function containersOf(task: TemplateResource): readonly EcsContainer[] {
  return itemsAt(task.properties, 'ContainerDefinitions').map((container, index) => ({
    container,
    path: `Properties.ContainerDefinitions[${index}]`,
  }));
}
