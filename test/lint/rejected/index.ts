import { REJECTED_ADMISSION_POLICIES } from './admission-policies';
import { REJECTED_CLAIMS } from './claims';
import { REJECTED_CLUSTER } from './cluster';
import { REJECTED_CONTAINERS } from './containers';
import { REJECTED_CUSTOM_RESOURCES } from './custom-resources';
import { REJECTED_DATA } from './data';
import { REJECTED_DEVICES } from './devices';
import { REJECTED_FLOW_CONTROL } from './flow-control';
import { REJECTED_HANDLERS } from './handlers';
import { REJECTED_METADATA } from './metadata';
import { REJECTED_NETWORK } from './network';
import { REJECTED_PODS } from './pods';
import { REJECTED_ROLES } from './roles';
import type { Rejected } from './rows';
import { REJECTED_SCALING } from './scaling';
import { REJECTED_SCHEDULING } from './scheduling';
import { REJECTED_SECURITY } from './security';
import { REJECTED_SERVICES } from './services';
import { REJECTED_VOLUMES } from './volumes';
import { REJECTED_WORKLOADS } from './workloads';

/** Every check of the API server with a rejected and an accepted manifest. */
export const REJECTED: readonly Rejected[] = [
  ...REJECTED_HANDLERS,
  ...REJECTED_CONTAINERS,
  ...REJECTED_PODS,
  ...REJECTED_SCHEDULING,
  ...REJECTED_VOLUMES,
  ...REJECTED_SECURITY,
  ...REJECTED_WORKLOADS,
  ...REJECTED_SCALING,
  ...REJECTED_SERVICES,
  ...REJECTED_NETWORK,
  ...REJECTED_CLAIMS,
  ...REJECTED_DATA,
  ...REJECTED_ROLES,
  ...REJECTED_METADATA,
  ...REJECTED_CLUSTER,
  ...REJECTED_ADMISSION_POLICIES,
  ...REJECTED_DEVICES,
  ...REJECTED_FLOW_CONTROL,
  ...REJECTED_CUSTOM_RESOURCES,
];
