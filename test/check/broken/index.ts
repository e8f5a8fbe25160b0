import type { Broken } from '../texts';
import { BROKEN_ACCEPTED } from './accepted';
import { BROKEN_CONTAINERS } from './containers';
import { BROKEN_DATABASES } from './databases';
import { BROKEN_DELIVERED } from './delivered';
import { BROKEN_ECS } from './ecs';
import { BROKEN_EDGE } from './edge';
import { BROKEN_EKS } from './eks';
import { BROKEN_LIMITS } from './limits';
import { BROKEN_NETWORK } from './network';
import { BROKEN_PAIRS } from './pairs';
import { BROKEN_PERMISSIONS } from './permissions';
import { BROKEN_PROPERTIES } from './properties';
import { BROKEN_REFUSED } from './refused';
import { BROKEN_SCALING } from './scaling';
import { BROKEN_SERVERLESS } from './serverless';
import { BROKEN_SETTINGS } from './settings';
import { BROKEN_STORED } from './stored';
import { BROKEN_STORES } from './stores';

/** Broken templates, at least one of every rule. */
export const BROKEN: readonly Broken[] = [
  ...BROKEN_ACCEPTED,
  ...BROKEN_CONTAINERS,
  ...BROKEN_DATABASES,
  ...BROKEN_DELIVERED,
  ...BROKEN_ECS,
  ...BROKEN_EDGE,
  ...BROKEN_EKS,
  ...BROKEN_LIMITS,
  ...BROKEN_NETWORK,
  ...BROKEN_PAIRS,
  ...BROKEN_PERMISSIONS,
  ...BROKEN_PROPERTIES,
  ...BROKEN_REFUSED,
  ...BROKEN_SCALING,
  ...BROKEN_SERVERLESS,
  ...BROKEN_SETTINGS,
  ...BROKEN_STORED,
  ...BROKEN_STORES,
];
