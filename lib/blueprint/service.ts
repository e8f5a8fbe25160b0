import { MIB_PER_GIB } from '../core/data-size';
import type { Service } from '../model/service';
import { fargateSize } from '../selection/fargate-size';
import { poolOf, type Resolving } from './context';
import type { ResolvedService } from './resolved-component';

/** Resolves a service: its size and its node pool. */
export function resolveService(id: string, service: Service, resolving: Resolving): ResolvedService {
  const { min, expected = min, max } = service.instances;
  const pool = poolOf(resolving, id);
  if (pool === undefined && resolving.options.compute === 'ec2') {
    resolving.problems.push({
      path: `components.${id}`,
      reason: 'is in no node pool',
      expected: 'a node pool that runs the service, or compute=fargate',
    });
  }
  return {
    kind: 'service',
    id,
    instances: { min, expected, max },
    ...(pool === undefined ? onFargate(id, service, resolving) : onMachines(service)),
    workers: service.workers ?? 1,
    ports: service.ports,
    ...(service.healthPath === undefined ? {} : { healthPath: service.healthPath }),
    gpus: service.gpus,
    scratchGib: service.scratchGib,
    ...(pool === undefined ? {} : { pool }),
    scaling: service.scaling,
    uses: service.uses,
    ...(service.worksOn === undefined ? {} : { worksOn: service.worksOn }),
    databasePool: service.databasePool,
  };
}

type TaskSize = Pick<ResolvedService, 'vcpu' | 'memoryMib'>;

function onMachines(service: Service): TaskSize {
  return { vcpu: service.vcpu, memoryMib: Math.round(service.memoryGib * MIB_PER_GIB) };
}

function onFargate(id: string, service: Service, resolving: Resolving): TaskSize {
  const size = fargateSize(service.vcpu, service.memoryGib);
  if (size !== undefined) return size;
  resolving.problems.push({
    path: `components.${id}`,
    reason: `requires ${service.vcpu} vCPU and ${service.memoryGib} GiB`,
    expected: 'at most 16 vCPU and 120 GiB on Fargate, or compute=ec2',
  });
  return onMachines(service);
}
