import type { FileEstimateRequest } from '../../lib/answers/estimate';
import { type Flag, type FlagValues, textFlag } from '../command';

/** Flag that accepts resources without a price. */
export const ALLOW_UNPRICED_FLAG: Flag = {
  name: 'allow-unpriced',
  value: 'type',
  description: 'accept resources of this type without a price; may be repeated',
  repeatable: true,
};

/** Flags about prices that an estimate must have. */
export const COMPLETENESS_FLAGS: readonly Flag[] = [
  { name: 'strict', description: 'reject derived prices (exit code 3)' },
  ALLOW_UNPRICED_FLAG,
];

/** Flags for facts that files do not contain: nodes of manifests, parameters and usage of templates. */
export const FILE_FLAGS: readonly Flag[] = [
  { name: 'nodes', value: 'a,b', description: 'manifests: allowed instance types of nodes, such as m7i.large; default: all that fit' },
  {
    name: 'default-requests',
    value: 'requests',
    description:
      'manifests: requests of containers without requests, such as cpu=100m,memory=128Mi; default: none, so that their workloads have no price',
    words: [],
  },
  {
    name: 'requests-from',
    value: 'file',
    description:
      'manifests: requests of containers without requests, as VerticalPodAutoscalers recommend them or Prometheus measured them: the file that `kubectl get vpa -A -o json` writes, or the JSON response of a query (see docs/how-estimates-work.md); --default-requests is for the other containers; default: none',
  },
  {
    name: 'control-plane',
    value: 'eks|none',
    description: 'manifests: control plane of the cluster, with its add-ons on every node; default: eks',
  },
  {
    name: 'parameter',
    value: 'name=value',
    description: 'templates: value of a parameter; may be repeated',
    repeatable: true,
    words: [],
  },
  {
    name: 'parameters',
    value: 'file',
    description: 'templates: JSON file with values of parameters, as the AWS CLI reads them; --parameter overrides it',
  },
  { name: 'usage', value: 'file', description: 'templates: YAML or JSON file with usage that the templates do not contain' },
];

/** The flag that rejects totals without usage. */
export const REQUIRE_USAGE_FLAG: Flag = { name: 'require-usage', description: 'reject a total that excludes usage (exit code 3)' };

/** The usage of `--usage`. The reader is loaded on demand: most estimates have no usage file. */
export function usageOf(flags: FlagValues): FileEstimateRequest['usage'] {
  const file = textFlag(flags, 'usage');
  if (file === undefined) return undefined;
  const { readUsageFile } = require('../../lib/answers/usage-file') as typeof import('../../lib/answers/usage-file');
  return readUsageFile(file);
}
