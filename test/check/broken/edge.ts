import type { Broken } from '../texts';

const SITE = { base: 'static-site.yaml' } as const;
const CACHE_POLICY = '          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6\n';
/** More properties of the default cache behavior. */
const behavior = (properties: string) => [[CACHE_POLICY, `${CACHE_POLICY}          ${properties}\n`]] as const;
const behaviors = (...patterns: readonly string[]) =>
  [
    [
      CACHE_POLICY,
      `${CACHE_POLICY}        CacheBehaviors: [${patterns.map((pattern) => `{ PathPattern: '${pattern}', TargetOriginId: site, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }`).join(', ')}]\n`,
    ],
  ] as const;
const errors = (response: string) =>
  [[CACHE_POLICY, `${CACHE_POLICY}        CustomErrorResponses: [{ ErrorCode: 404, ${response} }]\n`]] as const;
const cachePolicy = (least: number, usual: number, most: number) =>
  `  Policy: { Type: AWS::CloudFront::CachePolicy, Properties: { CachePolicyConfig: { Name: site, MinTTL: ${least}, DefaultTTL: ${usual}, MaxTTL: ${most}, ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingGzip: true, CookiesConfig: { CookieBehavior: none }, HeadersConfig: { HeaderBehavior: none }, QueryStringsConfig: { QueryStringBehavior: none } } } } }\n`;
const FUNCTION = "{ EventType: viewer-request, FunctionARN: 'arn:aws:cloudfront::123456789012:function/a' }";
const lambda = (event: string) => `{ EventType: ${event}, LambdaFunctionARN: 'arn:aws:lambda:us-east-1:123456789012:function:b:1' }`;

const record = (id: string, properties: string) =>
  `  ${id}: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneName: example.com., ${properties} } }\n`;
const ADDRESS = "Type: A, TTL: '60', ResourceRecords: [192.0.2.1]";
const CNAME = "Type: CNAME, TTL: '60', ResourceRecords: [example.net]";
const alias = (target: string) =>
  record('Alias', `Name: www.example.com, Type: A, AliasTarget: { DNSName: !GetAtt Cdn.DomainName, ${target} }`);
const certificate = (names: string) =>
  `  Certificate: { Type: AWS::CertificateManager::Certificate, Properties: { ValidationMethod: DNS, ${names} } }\n`;

const bucket = (properties: string) =>
  `  More: { Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate, Properties: { ${properties} } }\n`;
const notified = (second: string) =>
  bucket(
    `NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:us-east-1:123456789012:a', Filter: { S3Key: { Rules: [{ Name: prefix, Value: images/ }] } } }, ${second}] }`,
  );
const notification = (prefix: string) =>
  `{ Event: 's3:ObjectCreated:Put', Queue: 'arn:aws:sqs:us-east-1:123456789012:b', Filter: { S3Key: { Rules: [{ Name: prefix, Value: ${prefix} }] } } }`;
const locked = (retention: string, versioning: string) =>
  bucket(
    `ObjectLockEnabled: true, VersioningConfiguration: { Status: ${versioning} }, ObjectLockConfiguration: { ObjectLockEnabled: Enabled, Rule: { DefaultRetention: { Mode: GOVERNANCE, ${retention} } } }`,
  );

const cors = (origin: string) => bucket(`CorsConfiguration: { CorsRules: [{ AllowedMethods: [GET], AllowedOrigins: ['${origin}'] }] }`);
const replicated = (rule: string) =>
  bucket(
    `VersioningConfiguration: { Status: Enabled }, ReplicationConfiguration: { Role: 'arn:aws:iam::123456789012:role/copy', Rules: [{ Status: Enabled, ${rule}Destination: { Bucket: 'arn:aws:s3:::copy' } }] }`,
  );

/** Broken distributions, DNS records, certificates and buckets. */
export const BROKEN_EDGE: readonly Broken[] = [
  {
    rule: 'cloudfront-ttl-order',
    what: 'a default below the minimum',
    ...SITE,
    change: { add: cachePolicy(60, 30, 3600) },
    fixed: { add: cachePolicy(60, 60, 3600) },
    at: 'Policy Properties.CachePolicyConfig.DefaultTTL',
  },
  {
    rule: 'cloudfront-ttl-order',
    what: 'a maximum below the default',
    ...SITE,
    change: { add: cachePolicy(0, 86400, 3600) },
    fixed: { add: cachePolicy(0, 0, 0) },
    at: 'Policy Properties.CachePolicyConfig.MaxTTL',
  },
  {
    rule: 'cloudfront-methods',
    what: 'GET and POST alone',
    ...SITE,
    change: behavior('AllowedMethods: [GET, POST]'),
    fixed: behavior('AllowedMethods: [HEAD, DELETE, POST, GET, OPTIONS, PUT, PATCH]'),
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior.AllowedMethods',
  },
  {
    rule: 'cloudfront-viewer-function',
    what: 'both kinds of functions for viewers',
    ...SITE,
    change: behavior(`FunctionAssociations: [${FUNCTION}]\n          LambdaFunctionAssociations: [${lambda('viewer-response')}]`),
    fixed: behavior(`FunctionAssociations: [${FUNCTION}]\n          LambdaFunctionAssociations: [${lambda('origin-response')}]`),
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior.FunctionAssociations',
  },
  {
    rule: 'cloudfront-viewer-function',
    what: 'two functions for an event',
    ...SITE,
    change: behavior(`LambdaFunctionAssociations: [${lambda('origin-request')}, ${lambda('origin-request')}]`),
    fixed: behavior(`LambdaFunctionAssociations: [${lambda('origin-request')}, ${lambda('origin-response')}]`),
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations',
  },
  {
    rule: 'cloudfront-error-response',
    what: 'a page without a status code',
    ...SITE,
    change: errors('ResponsePagePath: /404.html'),
    fixed: errors('ErrorCachingMinTTL: 10'),
    at: 'Cdn Properties.DistributionConfig.CustomErrorResponses[0].ResponseCode',
  },
  {
    rule: 'cloudfront-path-pattern',
    what: 'a pattern twice, with and without a slash',
    ...SITE,
    change: behaviors('/media/*', 'media/*'),
    fixed: behaviors('/media/*', '/fonts/*'),
    at: 'Cdn Properties.DistributionConfig.CacheBehaviors[1].PathPattern',
  },
  {
    rule: 'route53-record',
    what: 'a CNAME at the name of the zone',
    ...SITE,
    change: { add: record('Apex', `Name: example.com, ${CNAME}`) },
    fixed: { add: record('Apex', `Name: example.com, ${ADDRESS}`) },
    at: 'Apex Properties.Type',
  },
  {
    rule: 'route53-record',
    what: 'a CNAME next to an address',
    ...SITE,
    change: { add: record('One', `Name: api.example.com, ${ADDRESS}`) + record('Two', `Name: api.example.com., ${CNAME}`) },
    fixed: { add: record('One', `Name: api.example.com, ${ADDRESS}`) + record('Two', `Name: other.example.com., ${CNAME}`) },
    at: 'Two Properties.Name',
  },
  {
    rule: 'route53-record',
    what: 'a simple record with the name of a weighted one',
    ...SITE,
    change: {
      add:
        record('One', `Name: api.example.com, ${ADDRESS}, Weight: 1, SetIdentifier: one`) +
        record('Two', `Name: api.example.com, ${ADDRESS}`),
    },
    fixed: {
      add:
        record('One', `Name: api.example.com, ${ADDRESS}, Weight: 1, SetIdentifier: one`) +
        record('Two', `Name: api.example.com, ${ADDRESS}, Weight: 2, SetIdentifier: two`),
    },
    at: 'Two Properties.Name',
  },
  {
    rule: 'route53-record',
    what: 'a weight without an identifier',
    ...SITE,
    change: { add: record('One', `Name: api.example.com, ${ADDRESS}, Weight: 1`) },
    fixed: { add: record('One', `Name: api.example.com, ${ADDRESS}, Weight: 1, SetIdentifier: one`) },
    at: 'One Properties.SetIdentifier',
  },
  {
    rule: 'route53-cloudfront-alias',
    what: 'the health of a distribution',
    ...SITE,
    change: { add: alias('HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: true') },
    fixed: { add: alias('HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: false') },
    at: 'Alias Properties.AliasTarget.EvaluateTargetHealth',
  },
  {
    rule: 'route53-cloudfront-alias',
    what: 'the zone of load balancers for a distribution',
    ...SITE,
    change: { add: alias('HostedZoneId: Z35SXDOTRQ7X7K') },
    fixed: { add: alias('HostedZoneId: Z2FDTNDATAQYW2') },
    at: 'Alias Properties.AliasTarget.HostedZoneId',
  },
  {
    rule: 'acm-domain-name',
    what: 'an asterisk as the second label',
    ...SITE,
    change: { add: certificate("DomainName: example.com, SubjectAlternativeNames: ['api.*.example.com']") },
    fixed: { add: certificate("DomainName: example.com, SubjectAlternativeNames: ['*.api.example.com']") },
    at: 'Certificate Properties.SubjectAlternativeNames[0]',
  },
  {
    rule: 'acm-domain-name',
    what: 'a first name of 65 characters',
    ...SITE,
    change: { add: certificate(`DomainName: ${'a'.repeat(53)}.example.com`) },
    fixed: { add: certificate(`DomainName: ${'a'.repeat(52)}.example.com`) },
    at: 'Certificate Properties.DomainName',
  },
  {
    rule: 's3-notification-overlap',
    what: 'a prefix inside another one',
    ...SITE,
    change: { add: notified(notification('images/large/')) },
    fixed: { add: notified(notification('text/')) },
    at: 'More Properties.NotificationConfiguration.QueueConfigurations[1]',
  },
  {
    rule: 's3-object-lock',
    what: 'days and years of retention',
    ...SITE,
    change: { add: locked('Days: 1, Years: 1', 'Enabled') },
    fixed: { add: locked('Days: 1', 'Enabled') },
    at: 'More Properties.ObjectLockConfiguration.Rule.DefaultRetention',
  },
  {
    rule: 's3-object-lock',
    what: 'suspended versioning',
    ...SITE,
    change: { add: locked('Days: 1', 'Suspended') },
    fixed: { add: locked('Years: 1', 'Enabled') },
    at: 'More Properties.VersioningConfiguration.Status',
  },
  {
    rule: 's3-website-redirect',
    what: 'a redirect of all requests and a document',
    ...SITE,
    change: { add: bucket('WebsiteConfiguration: { IndexDocument: index.html, RedirectAllRequestsTo: { HostName: www.example.com } }') },
    fixed: { add: bucket('WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: www.example.com } }') },
    at: 'More Properties.WebsiteConfiguration.IndexDocument',
  },
  {
    rule: 'cloudfront-edge-function',
    what: 'the latest version of a function, by its ARN',
    ...SITE,
    change: behavior(`LambdaFunctionAssociations: [${lambda('viewer-request').replace('b:1', 'b:$LATEST')}]`),
    fixed: behavior(`LambdaFunctionAssociations: [${lambda('viewer-request')}]`),
    at: 'Cdn Properties.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[0].LambdaFunctionARN',
  },
  {
    rule: 's3-cors-wildcard',
    what: 'two wildcards in an origin',
    ...SITE,
    change: { add: cors('https://*.*.example.com') },
    fixed: { add: cors('https://*.example.com') },
    at: 'More Properties.CorsConfiguration.CorsRules[0].AllowedOrigins[0]',
  },
  {
    rule: 's3-acceleration-name',
    what: 'a period in the name',
    ...SITE,
    change: { add: bucket('BucketName: media.example.com, AccelerateConfiguration: { AccelerationStatus: Enabled }') },
    fixed: { add: bucket('BucketName: media-example-com, AccelerateConfiguration: { AccelerationStatus: Enabled }') },
    at: 'More Properties.BucketName',
  },
  {
    rule: 's3-replication-filter',
    what: 'a filter without a priority',
    ...SITE,
    change: { add: replicated('Filter: { Prefix: media/ }, DeleteMarkerReplication: { Status: Disabled }, ') },
    fixed: { add: replicated('Filter: { Prefix: media/ }, Priority: 1, DeleteMarkerReplication: { Status: Disabled }, ') },
    at: 'More Properties.ReplicationConfiguration.Rules[0].Priority',
  },
];
