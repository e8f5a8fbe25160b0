import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { MIB_PER_GIB } from '../../core/data-size';
import { acknowledge } from '../acknowledge';
import type { EcsContext } from '../build-context';
import { containerLogs } from '../ecs/container-logs';
import { cpuUnitsOf } from '../ecs/cpu-units';
import { NodePool } from '../ecs/node-pool';
import { portName } from '../ecs/task-network';
import { DATA_PATH } from './data-volume';

/**
 * Where containers of one machine reach each other's published ports: the gateway of Docker's default bridge.
 * The machine's security group opens none of these ports to others.
 */
export const MACHINE_FROM_CONTAINER = '172.17.0.1';

export interface DataContainerProps {
  readonly id: string;
  readonly pool: string;
  readonly image: string;
  /** Folder inside the container that is kept on the data volume. */
  readonly dataFolder: string;
  readonly port: number;
  readonly memoryGib: number;
  readonly vcpu?: number;
  readonly command?: string[];
  readonly environment?: Record<string, string>;
  readonly secrets?: Record<string, ecs.Secret>;
  /**
   * Whether services of other machines find it by its name, over HTTP. Default: only containers of its own machine do,
   * at the machine's address.
   */
  readonly named?: boolean;
}

/** A data store in a container, its data on the data volume of its machine. */
export class DataContainer extends Construct {
  constructor(scope: Construct, id: string, props: DataContainerProps, { built, cluster }: EcsContext) {
    super(scope, id);
    const { named = false } = props;
    const task = new ecs.Ec2TaskDefinition(this, 'Task', { networkMode: ecs.NetworkMode.BRIDGE });
    task.addVolume({ name: 'data', host: { sourcePath: `${DATA_PATH}/${props.id}` } });
    const container = task.addContainer(props.id, {
      image: ecs.ContainerImage.fromRegistry(props.image),
      ...(props.command === undefined ? {} : { command: props.command }),
      environment: { ...props.environment },
      secrets: props.secrets ?? {},
      memoryLimitMiB: Math.round(props.memoryGib * MIB_PER_GIB),
      ...(props.vcpu === undefined ? {} : { cpu: cpuUnitsOf(props.vcpu) }),
      portMappings: [named ? namedPort(props.port) : { containerPort: props.port, hostPort: props.port }],
      logging: containerLogs(this, props.id),
    });
    container.addMountPoints({ sourceVolume: 'data', containerPath: props.dataFolder, readOnly: false });
    const service = new ecs.Ec2Service(this, 'Service', {
      cluster: cluster.cluster,
      taskDefinition: task,
      capacityProviderStrategies: [{ capacityProvider: built(props.pool, NodePool).capacityProvider.capacityProviderName, weight: 1 }],
      desiredCount: 1,
      // Two servers on the same files would destroy them: the old one stops before the new one starts.
      minHealthyPercent: 0,
      maxHealthyPercent: 100,
      circuitBreaker: { enable: true, rollback: true },
      ...(named
        ? {
            serviceConnectConfiguration: {
              namespace: cluster.namespace,
              services: [{ portMappingName: portName(props.port), dnsName: props.id, port: props.port }],
            },
          }
        : {}),
    });
    service.node.addDependency(cluster.cluster);
    acknowledge(task, { ECS2: 'What stands in the environment is no secret; passwords come from Secrets Manager.' });
  }
}

function namedPort(port: number): ecs.PortMapping {
  return { containerPort: port, name: portName(port), appProtocol: ecs.AppProtocol.http };
}
