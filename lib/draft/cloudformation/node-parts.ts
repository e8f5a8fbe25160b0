import { shapesOf } from '../../catalog/instance-shapes';
import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { barePart } from '../bare-part';
import type { OmissionReason, Part, UnknownField } from '../part';
import { numberAt, objectAt, objectsAt, resourcesOf, type StackReading } from './stack-reading';
import { taskSize } from './task-size';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const INSTANCE = 'AWS::EC2::Instance';
const NODE_GROUP = 'AWS::EKS::Nodegroup';
const VOLUME = 'AWS::EC2::Volume';

/** Types that this reads. */
export const NODE_TYPES: ReadonlySet<string> = new Set([GROUP, INSTANCE, NODE_GROUP, VOLUME, 'AWS::AutoScaling::LaunchConfiguration']);

/** Instances of EC2, groups of them that may have one, volumes, and tasks that no service runs: none of them is a component, so each is listed with its figures. */
export function nodeParts(reading: StackReading): readonly Part[] {
  const { template } = reading;
  return [
    ...resourcesOf(template, GROUP).flatMap((group) => {
      const bounds = boundsOf(group.properties, 'MinSize', 'MaxSize');
      const reason = isNodeGroup(group, reading) ? 'nodes' : 'not-read';
      return bounds?.max === 0 ? [] : [listed(group, reason, groupTypes(group, reading), bounds)];
    }),
    ...resourcesOf(template, NODE_GROUP).flatMap((group) => {
      const types = typesIn(own(group.properties, 'InstanceTypes'));
      const bounds = boundsOf(section(group.properties, 'ScalingConfig'), 'MinSize', 'MaxSize');
      return bounds?.max === 0 ? [] : [listed(group, 'nodes', types.length > 0 ? types : templateTypes(group, reading), bounds)];
    }),
    ...resourcesOf(template, INSTANCE).map((instance) => {
      const types = typesIn([own(instance.properties, 'InstanceType')]);
      return listed(instance, 'not-read', types.length > 0 ? types : templateTypes(instance, reading), { min: 1, max: 1 });
    }),
    ...resourcesOf(template, VOLUME).map((volume) => {
      const storageGib = numberAt(volume, 'Size', []);
      return { ...barePart(titleOf(volume), { kind: 'omitted', reason: 'not-read' }), ...(storageGib !== undefined && { storageGib }) };
    }),
    ...tasksWithoutService(reading),
  ];
}

/** Whether the instances of a group are nodes of ECS. */
function isNodeGroup(group: TemplateResource, { template }: StackReading): boolean {
  return resourcesOf(template, 'AWS::ECS::CapacityProvider').some((provider) =>
    referencesIn(objectAt(provider, 'AutoScalingGroupProvider')).includes(group.id),
  );
}

function titleOf({ type, id }: TemplateResource): string {
  return `${type.slice(type.lastIndexOf(':') + 1)} ${id}`;
}

function listed(
  resource: TemplateResource,
  reason: OmissionReason,
  types: readonly string[],
  instances: Part['instances'] | undefined,
): Part {
  const [type] = types;
  const shapes = shapesOf('ec2');
  const shape = type !== undefined && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  return {
    ...barePart([titleOf(resource), ...types].join(', '), { kind: 'omitted', reason }),
    ...(instances !== undefined && { instances }),
    ...(shape !== undefined && { vcpu: shape.vcpu, memoryGib: shape.memoryGib }),
  };
}

function boundsOf(properties: PlainObject, least: string, most: string): Part['instances'] | undefined {
  const [min, max] = [Number(own(properties, least)), Number(own(properties, most))];
  return Number.isInteger(min) && Number.isInteger(max) ? { min, max } : undefined;
}

function typesIn(values: unknown): readonly string[] {
  return Array.isArray(values) ? [...new Set(values.filter((value): value is string => typeof value === 'string'))] : [];
}

/** The types of a group: those of its mixed instances policy, its launch template or its launch configuration. */
function groupTypes(group: TemplateResource, reading: StackReading): readonly string[] {
  const mixed = section(objectAt(group, 'MixedInstancesPolicy'), 'LaunchTemplate');
  const overrides = typesIn(objectsAt(mixed, 'Overrides').map((override) => own(override, 'InstanceType')));
  if (overrides.length > 0) return overrides;
  const configurations = resourcesOf(reading.template, 'AWS::AutoScaling::LaunchConfiguration').filter(({ id }) =>
    referencesIn(own(group.properties, 'LaunchConfigurationName')).includes(id),
  );
  const configured = typesIn(configurations.map(({ properties }) => own(properties, 'InstanceType')));
  return configured.length > 0 ? configured : templateTypes(group, reading);
}

/** The types of the launch templates that a resource refers to. */
function templateTypes(resource: TemplateResource, { template }: StackReading): readonly string[] {
  const references = referencesIn([own(resource.properties, 'LaunchTemplate'), own(resource.properties, 'MixedInstancesPolicy')]);
  const templates = resourcesOf(template, 'AWS::EC2::LaunchTemplate').filter(({ id }) => references.includes(id));
  return typesIn(templates.map((each) => own(objectAt(each, 'LaunchTemplateData'), 'InstanceType')));
}

/** Task definitions that no service runs: a schedule, a state machine or a person starts them. */
function tasksWithoutService({ template }: StackReading): readonly Part[] {
  const used = new Set(
    resourcesOf(template, 'AWS::ECS::Service').flatMap(({ properties }) => referencesIn(own(properties, 'TaskDefinition'))),
  );
  return resourcesOf(template, 'AWS::ECS::TaskDefinition')
    .filter(({ id }) => !used.has(id))
    .map((task) => {
      const unknown: UnknownField[] = [];
      const containers = objectsAt(task.properties, 'ContainerDefinitions').filter(isPlainObject);
      return { ...barePart(titleOf(task), { kind: 'omitted', reason: 'batch' }), ...taskSize(task, containers, unknown) };
    });
}
