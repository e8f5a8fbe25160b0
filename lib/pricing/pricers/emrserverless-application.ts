import type { Pricer } from '../pricer';
import { optionalText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'compute';
const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'x86', ARM64: 'arm64' };

/** EMR Serverless application: vCPU, memory and storage of its workers while they run. The first 20 GB of each worker have no charge. */
export const emrserverlessApplication: Pricer = {
  types: ['AWS::EMRServerless::Application'],
  charges: (resource, context) => {
    const stated = optionalText(resource.properties, 'Architecture') ?? 'X86_64';
    const architecture = ARCHITECTURES[stated] ?? stated;
    return [
      usageCharge(resource, context, {
        kind: 'worker-vcpu-hours',
        details: [architecture],
        sku: `emr-serverless/${architecture}/vcpu`,
        group: GROUP,
        key: 'jobVcpuHours',
      }),
      usageCharge(resource, context, {
        kind: 'worker-memory-gb-hours',
        details: [architecture],
        sku: `emr-serverless/${architecture}/memory`,
        group: GROUP,
        key: 'jobGbHours',
      }),
      usageCharge(resource, context, {
        kind: 'worker-storage-gb-hours',
        details: ['above 20 GB of a worker'],
        sku: 'emr-serverless/storage',
        group: GROUP,
        key: 'jobDiskGbHours',
      }),
    ];
  },
};
