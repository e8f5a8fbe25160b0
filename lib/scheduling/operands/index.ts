import type { ObjectReader } from '../object-demand';
import { cloudnativePgCluster, cloudnativePgPooler } from './cloudnative-pg';
import { mariadb } from './mariadb';
import { perconaMongodb } from './percona-mongodb';
import { perconaMysql } from './percona-mysql';
import { prometheus } from './prometheus';
import { rabbitmqCluster } from './rabbitmq';

/** Readers of custom resources whose operators create pods and volumes. */
export const OPERANDS: readonly ObjectReader[] = [
  cloudnativePgCluster,
  cloudnativePgPooler,
  mariadb,
  perconaMysql,
  perconaMongodb,
  rabbitmqCluster,
  prometheus,
];
