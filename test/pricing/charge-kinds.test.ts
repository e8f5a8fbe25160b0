import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARGE_KINDS, CHARGE_NAMES, type ChargeKind, chargeName } from '../../lib/pricing/charge-kinds';

const PRICING = join(__dirname, '../../lib/pricing');

/** Terms of charges, as pages of AWS word them: pricing pages, and pages of the documentation that list what is billed. */
const TERMS_BY_PAGE: Readonly<Record<string, Readonly<Partial<Record<ChargeKind, string>>>>> = {
  'https://aws.amazon.com/blogs/containers/amazon-eks-extended-support-for-kubernetes-versions-pricing/': { 'cluster-hours': 'cluster' },
  'https://aws.amazon.com/backup/pricing/': { 'backup-gb-months': 'Backup storage' },
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html': {
    'cdn-dedicated-ip-certificates': 'dedicated IP',
  },
  'https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput.html': {
    'broker-throughput-mbps': 'provisioned throughput',
  },
  'https://aws.amazon.com/cloudfront/pricing/': {
    'cdn-gb': 'data transfer out',
    'cdn-requests': 'HTTPS requests',
    'internet-transfer-gb': 'data transfer out to the internet',
  },
  'https://aws.amazon.com/cloudwatch/pricing/': {
    'alarm-metrics': 'Alarm metrics',
    'canary-runs': 'canary run',
    'composite-alarms': 'Composite alarm',
    'custom-metrics': 'custom metrics',
    dashboards: 'Dashboards',
    'detailed-monitoring-metrics': 'Detailed Monitoring Metrics',
    'log-ingest-gb': 'ingestion',
    'log-storage-gb-months': 'storage',
    'database-log-ingest-gb': 'ingestion',
    'database-log-storage-gb-months': 'storage',
  },
  'https://aws.amazon.com/elasticache/pricing/': {
    'cache-processing-units': 'ElastiCache Processing Units',
    'cache-snapshot-gb-months': 'backup storage',
    'cache-node-hours': 'node',
  },
  'https://aws.amazon.com/elasticloadbalancing/classicloadbalancer/pricing/': {
    'load-balancer-capacity-units': 'Load Balancer Capacity Units',
    'load-balancer-hours': 'Load Balancer',
    'load-balancer-gb': 'load balancer',
  },
  'https://aws.amazon.com/rds/aurora/pricing/': { 'database-capacity-unit-hours': 'Aurora Capacity Unit' },
  'https://aws.amazon.com/s3/pricing/': {
    'object-read-requests': 'GET, SELECT, and all other requests',
    'object-write-requests': 'PUT, COPY, POST, LIST requests',
  },
  'https://aws.eu/ebs/pricing': { 'volume-iops': 'provisioned IOPS', 'volume-throughput-mbps': 'provisioned throughput' },
  'https://docs.amazonaws.cn/en_us/efs/latest/ug/managing-throughput.html': {
    'file-transfer-gb': 'Elastic throughput',
    'file-throughput-mbps': 'Provisioned throughput',
  },
  'https://docs.amazonaws.cn/en_us/AWSEC2/latest/UserGuide/optimize-cpu.html': {
    'license-hours': 'License-Included',
    'license-vcpu-hours': 'License-Included',
  },
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/unlimited-mode-examples.html': { 'cpu-credit-vcpu-hours': 'surplus CPU credits' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_OnDemandDBInstances.html': {
    'database-storage-iops': 'Provisioned IOPS',
  },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/User_DBInstanceBilling.html': {
    'database-backup-gb-months': 'Backup storage',
    'database-instance-hours': 'DB instance hours',
    'database-io-requests': 'I/O requests',
    'database-storage-gb-months': 'Storage',
  },
  'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker.html': { 'broker-hours': 'broker instance' },
  'https://docs.aws.amazon.com/kms/latest/developerguide/references.html': {
    'encryption-key-requests': 'KMS request',
    'encryption-keys': 'KMS keys',
  },
  'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html': { 'nat-gateway-hours': 'NAT gateway' },
  'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/welcome.html': { 'object-storage-gb-months': 'S3 storage' },
  'https://github.com/aws-solutions-library-samples/cloud-intelligence-dashboards-framework/blob/main/changes/CHANGELOG-cudos.md': {
    'nat-gateway-gb': 'NAT Gateway Data Processed',
  },
  'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/amazon-ebs.html': {
    'volume-gb-months': 'Volume storage',
    'volume-snapshot-gb-months': 'Snapshot storage',
  },
  'https://aws.amazon.com/privatelink/pricing/': {
    'vpc-endpoint-hours': 'VPC endpoint',
    'vpc-endpoint-gb': 'VPC endpoint',
  },
  'https://aws.amazon.com/blogs/database/unlock-on-demand-cost-optimized-performance-with-amazon-elasticache-serverless': {
    'cache-storage-gb-hours': 'Data storage',
  },
  'https://aws.amazon.com/blogs/networking-and-content-delivery/cost-effective-ways-for-securing-your-web-applications-using-aws-waf/': {
    'web-acls': 'web ACL',
    'web-acl-rules': 'rule',
    'web-acl-requests': 'requests',
  },
  'https://docs.amazonaws.cn/en_us/AmazonRDS/latest/UserGuide/extended-support-charges.html': {
    'database-extended-support-vcpu-hours': 'Extended Support',
  },
  'https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/ec2/aws.sdk.kotlin.services.ec2.model/-subnet/map-public-ip-on-launch.html': {
    'public-ipv4-hours': 'public IPv4 address',
  },
  'https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html': {
    'transit-gateway-attachment-hours': 'attachment',
    'transit-gateway-attachment-gb': 'transit gateway',
  },
  'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html': {
    'vpn-connection-hours': 'VPN connection hour',
  },
  'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html': {
    'flow-log-gb': 'flow log',
  },
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html': {
    'container-insights-metrics': 'Container Insights',
  },
  'https://aws.amazon.com/appsync/pricing/': { 'api-real-time-updates': 'real-time updates' },
  'https://aws.amazon.com/codecommit/pricing/': { 'repository-users': 'active user' },
  'https://aws.amazon.com/firehose/pricing/': { 'delivery-stream-gb': 'data ingested' },
  'https://aws.amazon.com/private-ca/pricing/': {
    'certificate-authorities': 'private CA',
    'private-certificates': 'private certificates',
  },
  'https://aws.amazon.com/sns/pricing/': { 'topic-deliveries': 'notification deliveries', 'topic-gb': 'message data' },
  'https://aws.amazon.com/redshift/pricing/#serverless': { 'warehouse-capacity-unit-hours': 'Redshift Processing Unit hours' },
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html': {
    'table-change-capture-units': 'change data capture units',
  },
  'https://aws.amazon.com/vpn/pricing/': {
    'client-vpn-connection-hours': 'connection',
    'client-vpn-association-hours': 'endpoint association',
  },
  'https://aws.amazon.com/iot-core/pricing/': {
    'device-connection-minutes': 'connection',
    'device-messages': 'messages',
    'device-rule-triggers': 'rules triggered',
    'device-rule-actions': 'actions executed',
  },
  'https://aws.amazon.com/codebuild/pricing/': { 'build-minutes': 'build' },
  'https://aws.amazon.com/codepipeline/pricing/': { 'active-pipelines': 'active pipeline', 'pipeline-minutes': 'action execution minute' },
  'https://aws.amazon.com/glue/pricing/': { 'data-processing-unit-hours': 'DPU-Hour', 'catalog-requests': 'Data Catalog' },
  'https://aws.amazon.com/opensearch-service/pricing/': {
    'search-node-hours': 'instance hours',
    'search-storage-gb-months': 'EBS',
    'search-storage-iops': 'provisioned IOPS',
    'search-storage-throughput-mbps': 'throughput',
  },
  'https://aws.amazon.com/redshift/pricing/': {
    'warehouse-node-hours': 'node',
    'warehouse-storage-gb-months': 'Redshift managed storage',
    'warehouse-backup-gb-months': 'backup storage',
  },
  'https://aws.amazon.com/network-firewall/pricing/': {
    'firewall-endpoint-hours': 'firewall endpoint',
    'firewall-gb': 'traffic processed',
  },
  'https://aws.amazon.com/cloudfront/pricing/#functions': { 'cdn-function-invocations': 'invocations' },
  'https://aws.amazon.com/aws-transfer-family/pricing/': { 'file-server-protocol-hours': 'protocol', 'file-server-gb': 'data' },
  'https://aws.amazon.com/config/pricing/': { 'configuration-items': 'configuration items', 'rule-evaluations': 'rule evaluations' },
  'https://aws.amazon.com/cloudtrail/pricing/': {
    'trail-management-events': 'management events',
    'trail-data-events': 'data events',
    'trail-insights-events': 'events analyzed',
  },
  'https://aws.amazon.com/directoryservice/pricing/': { 'directory-hours': 'directory' },
  'https://aws.amazon.com/eventbridge/pricing/#schemas': { 'discovered-events': 'schema discovery' },
  'https://aws.amazon.com/lambda/pricing/': {
    'function-requests': 'requests',
    'function-gb-seconds': 'duration',
    'function-disk-gb-seconds': 'ephemeral storage',
    'function-concurrency-gb-seconds': 'Provisioned Concurrency',
  },
  'https://aws.amazon.com/step-functions/pricing/': {
    'state-transitions': 'state transitions',
    'workflow-requests': 'requests',
    'workflow-gb-hours': 'duration',
  },
  'https://aws.amazon.com/eventbridge/pricing/': {
    'bus-events': 'custom events',
    'api-destination-invocations': 'API destination',
    'pipe-requests': 'requests',
    'schedule-invocations': 'invocations',
    'archive-processing-gb': 'archive processing',
    'archive-gb-months': 'storage',
  },
  'https://aws.amazon.com/kinesis/data-streams/pricing/': {
    'stream-shard-hours': 'shard hour',
    'stream-hours': 'stream',
    'stream-payload-units': 'PUT Payload Units',
    'stream-in-gb': 'data in',
    'stream-out-gb': 'data out',
    'stream-retention-shard-hours': 'extended data retention',
    'stream-extended-gb-months': 'extended data retention',
    'stream-long-term-gb-months': 'long-term data retention',
    'stream-fan-out-shard-hours': 'consumer-shard hour',
    'stream-fan-out-gb': 'enhanced fan-out data retrievals',
  },
  'https://aws.amazon.com/dynamodb/pricing/': {
    'table-write-units': 'write request units',
    'table-read-units': 'read request units',
    'table-write-capacity-hours': 'write capacity units',
    'table-read-capacity-hours': 'read capacity units',
    'table-storage-gb-months': 'table storage',
    'table-recovery-gb-months': 'point-in-time recovery',
    'table-stream-reads': 'DynamoDB Streams',
  },
  'https://aws.amazon.com/api-gateway/pricing/': {
    'api-requests': 'API',
    'api-messages': 'messages',
    'api-connection-minutes': 'connection minutes',
    'api-cache-hours': 'cache',
  },
  'https://aws.amazon.com/cognito/pricing/': { 'user-pool-users': 'monthly active users' },
  'https://aws.amazon.com/rds/proxy/pricing/': {
    'database-proxy-vcpu-hours': 'RDS Proxy',
  },
  'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CoverageHours.html': { 'instance-hours': 'instance hours' },
  'https://aws.amazon.com/fargate/pricing/': { 'task-vcpu-hours': 'vCPU', 'task-memory-gb-hours': 'Fargate' },
  'https://aws.amazon.com/blogs/containers/amazon-eks-fargate-adds-support-for-larger-ephemeral-volumes': {
    'task-disk-gb-hours': 'ephemeral storage',
  },
  'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-storage.html': { 'broker-storage-gb-months': 'broker storage' },
  'https://aws.amazon.com/sqs/features/': { 'queue-requests': 'request' },
  'https://aws.amazon.com/sns/faqs/': { 'topic-messages': 'request' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html': { 'database-cluster-hours': 'DB cluster' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.gp3.html': { 'database-storage-throughput-mbps': 'throughput' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Enabling.html': {
    'database-insights': 'Database Insights',
  },
  'https://github.com/aws/agent-toolkit-for-aws/blob/main/skills/specialized-skills/database-skills/amazon-elasticache/scripts/price_calculator.py':
    { 'cache-extended-support-node-hours': 'Extended Support' },
  'https://docs.aws.amazon.com/efs/latest/ug/metered-sizes.html': { 'file-storage-gb-months': 'storage' },
  'https://docs.aws.amazon.com/AmazonECR/latest/userguide/what-is-ecr.html': { 'image-storage-gb-months': 'repository' },
  'https://aws.amazon.com/route53/pricing/': {
    'resolver-interface-hours': 'network interface',
    'dns-zones': 'hosted zone',
    'dns-queries': 'queries',
    'dns-health-checks': 'health check',
    'dns-health-check-features': 'optional',
  },
  'https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html': {
    'inter-region-transfer-gb': 'data transfer',
    'inter-zone-transfer-gb': 'data transfer between Availability Zones',
  },
  'https://aws.amazon.com/secrets-manager/pricing/': { secrets: 'secret', 'secret-requests': 'API calls' },
  'https://aws.amazon.com/xray/pricing/': { 'recorded-traces': 'traces recorded' },
  'https://aws.amazon.com/systems-manager/pricing/': { 'advanced-parameter-interactions': 'API interactions' },
  'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html': { 'advanced-parameters': 'advanced parameters' },
  'https://aws.github.io/aws-security-services-best-practices/guides/waf/waf-cost/docs/': {
    'bot-control-requests': 'Bot Control',
    'bot-control-subscriptions': 'Bot Control',
    'captcha-attempts': 'CAPTCHA',
    'challenge-responses': 'Challenge',
    'rule-group-rules': 'rule group',
  },
  'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html': {
    'search-extended-support-hours': 'Extended Support',
  },
  'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html': {
    'search-capacity-unit-hours': 'OpenSearch Compute Unit',
  },
  'https://cloudburn.io/blog/amazon-opensearch-pricing': { 'search-managed-storage-gb-months': 'managed storage' },
  'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-serverless-capacity-scaling.html': {
    'graph-capacity-unit-hours': 'Neptune Capacity Unit',
  },
  'https://aws.amazon.com/msk/pricing/': { 'partition-hours': 'partition' },
  'https://aws.amazon.com/athena/pricing/': { 'scanned-tb': 'data scanned' },
  'https://aws.amazon.com/emr/pricing/': {
    'cluster-instance-hours': 'EMR',
    'worker-vcpu-hours': 'vCPU',
    'worker-memory-gb-hours': 'worker',
    'worker-storage-gb-hours': 'storage',
  },
  'https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/': {
    'airflow-environment-hours': 'environment',
    'airflow-worker-hours': 'worker',
    'airflow-scheduler-hours': 'scheduler',
    'airflow-database-gb-months': 'database storage',
  },
  'https://aws.amazon.com/global-accelerator/pricing/': {
    'accelerator-hours': 'accelerator',
    'accelerator-gb': 'Data Transfer-Premium',
  },
  'https://aws.amazon.com/grafana/pricing/': { 'workspace-editors': 'Editor license', 'workspace-viewers': 'Viewer license' },
  'https://aws.amazon.com/servicecatalog/pricing/': { 'catalog-api-calls': 'API calls' },
  'https://aws.amazon.com/fsx/openzfs/pricing/': {
    'file-system-gb-months': 'storage',
    'file-system-throughput-mbps': 'throughput capacity',
    'file-system-iops': 'IOPS',
  },
  'https://aws.amazon.com/apprunner/pricing/': {
    'container-instance-gb-hours': 'Provisioned container instances',
    'container-instance-vcpu-hours': 'Active container instances',
    'automatic-deployments': 'Automatic deployments',
  },
  'https://aws.amazon.com/directconnect/pricing/': { 'port-hours': 'Port hours', 'port-gb': 'data transfer out' },
  'https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html': { 'mirror-session-hours': 'Traffic Mirroring' },
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html': { 'database-api-requests': 'Data API' },
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html': {
    'object-transitions': 'Lifecycle transition',
    'objects-listed': 'objects',
    'objects-analyzed': 'objects',
  },
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html': {
    'object-monitoring': 'Monitoring and automation',
  },
  'https://docs.aws.amazon.com/efs/latest/ug/features.html': { 'file-access-gb': 'reads and writes' },
  'https://aws.amazon.com/amplify/pricing/': { 'site-storage-gb-months': 'hosted', 'site-gb': 'data served' },
};

/** Kinds whose name no page in the list confirms, with the reason. A new kind has a page. */
const WITHOUT_PAGE: Readonly<Partial<Record<ChargeKind, string>>> = {
  'volume-io-requests': 'magnetic volumes only, which the pages of EBS list as a previous generation without its charges',
  'created-resources': 'no price of AWS: the cost of resources that the template does not contain, in US dollars',
  'unplaced-pods': 'no charge of AWS: pods that fit on no node',
};

describe('kinds of charges', () => {
  test.each(Object.entries(TERMS_BY_PAGE))('are named in the terms of %s', (_page, terms) => {
    for (const kind of CHARGE_KINDS) {
      expect(CHARGE_NAMES[kind].toLowerCase()).toContain(terms[kind]?.toLowerCase() ?? '');
    }
  });

  test('are confirmed by a page, or are known not to be', () => {
    const named = new Set(Object.values(TERMS_BY_PAGE).flatMap((terms) => Object.keys(terms)));
    expect(CHARGE_KINDS.filter((kind) => !named.has(kind))).toEqual(Object.keys(WITHOUT_PAGE));
  });

  test('every kind of the registry is charged somewhere', () => {
    const files = readdirSync(PRICING, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'charge-kinds.ts',
    );
    const sources = files.map((file) => readFileSync(join(PRICING, file), 'utf8')).join('\n');
    expect(CHARGE_KINDS.filter((kind) => !sources.includes(`'${kind}'`))).toEqual([]);
  });

  test('are plain lower-case words, and their names have no brackets', () => {
    for (const kind of CHARGE_KINDS) expect(kind).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    for (const name of Object.values(CHARGE_NAMES)) expect(name).not.toMatch(/[()]/);
  });

  test('a line is named by its kind, with details in brackets', () => {
    expect(chargeName('nat-gateway-hours')).toBe('NAT gateway hours');
    expect(chargeName('database-instance-hours', ['db.m6g.large', 'Multi-AZ'])).toBe('DB instance hours (db.m6g.large, Multi-AZ)');
  });
});
