import { auditArchive } from './apps/audit-archive';
import { buildPipeline } from './apps/build-pipeline';
import { cachedAurora } from './apps/cached-aurora';
import { dataPipeline } from './apps/data-pipeline';
import { ecsWebApp } from './apps/ecs-web-app';
import { eksPlatform } from './apps/eks-platform';
import { eventDriven } from './apps/event-driven';
import { gpuInference } from './apps/gpu-inference';
import { multiRegion } from './apps/multi-region';
import { privateNetwork } from './apps/private-network';
import { queueWorkers } from './apps/queue-workers';
import { saasMultiTenant } from './apps/saas-multi-tenant';
import { scheduledBatch } from './apps/scheduled-batch';
import { search } from './apps/search';
import { serverlessApi } from './apps/serverless-api';
import { staticSite } from './apps/static-site';
import { streaming } from './apps/streaming';
import { threeTier } from './apps/three-tier';
import { websocketChat } from './apps/websocket-chat';
import { windowsMonolith } from './apps/windows-monolith';
import type { WholeApp } from './whole-app';

/** All apps, by name. */
export const WHOLE_APPS: readonly WholeApp[] = [
  auditArchive,
  buildPipeline,
  cachedAurora,
  dataPipeline,
  ecsWebApp,
  eksPlatform,
  eventDriven,
  gpuInference,
  multiRegion,
  privateNetwork,
  queueWorkers,
  saasMultiTenant,
  scheduledBatch,
  search,
  serverlessApi,
  staticSite,
  streaming,
  threeTier,
  websocketChat,
  windowsMonolith,
];
